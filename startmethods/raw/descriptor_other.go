//go:build !(linux || darwin || freebsd || netbsd || dragonfly || windows)

package raw

func descriptor(fd int) int { return fd }
