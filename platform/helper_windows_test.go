package platform

import "golang.org/x/sys/windows"

// playHere performs the parts that only Windows has.
func playHere(_ string, part []string) {
	panic("no such part: " + part[0])
}

// someShortage is one of the system's errors that say that something has run out.
const someShortage = windows.ERROR_TOO_MANY_OPEN_FILES
