//go:build darwin || freebsd

package raw

import "syscall"

const pread = syscall.SYS_PREAD
