package raw

import "syscall"

// descriptor is the handle of a number: of the standard three, the handle that the process has for it.
func descriptor(fd int) syscall.Handle {
	switch fd {
	case 0:
		return syscall.Stdin
	case 1:
		return syscall.Stdout
	case 2:
		return syscall.Stderr
	}
	return syscall.Handle(fd)
}
