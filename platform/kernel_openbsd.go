package platform

// kernelRows asks sysctl(2) kern.proc for one process, or for everybody, without threads and the kernel's own.
func kernelRows(pid int) ([]row, error) { return openbsdKinfo.queryPrefix("kern.proc", pid) }
