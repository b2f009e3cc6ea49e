//go:build linux || darwin || freebsd || netbsd || dragonfly

// func growStack()
//
// This is assembly because Go would fill the frame with zeros. Each write to a page of memory makes the next fork slower.
TEXT ·growStack(SB), 0, $8192-0
	RET
