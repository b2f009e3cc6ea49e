package platform

// playHere performs the parts that only Windows has.
func playHere(_ string, part []string) {
	panic("no such part: " + part[0])
}
