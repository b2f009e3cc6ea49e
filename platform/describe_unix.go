//go:build unix

package platform

import (
	"runtime"

	"golang.org/x/sys/unix"
)

// describe asks uname(2).
func describe() string {
	var name unix.Utsname
	if err := unix.Uname(&name); err != nil {
		return runtime.GOOS + " " + runtime.GOARCH
	}
	return runtime.GOOS + " " + unix.ByteSliceToString(name.Release[:]) + " " + unix.ByteSliceToString(name.Machine[:])
}

// wineVersion returns "", because Wine runs only Windows programs.
func wineVersion() string {
	return ""
}
