package raw

import "syscall"

// pread also takes flags; they are 0 here.
const pread = syscall.SYS_EXTPREAD
