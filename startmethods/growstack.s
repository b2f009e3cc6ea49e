//go:build linux || darwin || freebsd || netbsd || dragonfly

// func growStack()
//
// In assembly, since Go would fill the frame with zeros, and so touch memory that each fork makes expensive to touch.
TEXT ·growStack(SB), 0, $8192-0
	RET
