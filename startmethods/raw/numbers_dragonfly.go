package raw

import "syscall"

// pread has flags among its arguments; all are 0 here.
const pread = syscall.SYS_EXTPREAD
