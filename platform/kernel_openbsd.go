package platform

// kernelRows reads one process, or all, from sysctl(2) kern.proc, without threads and kernel processes.
func kernelRows(pid int) ([]row, error) { return openbsdKinfo.queryPrefix("kern.proc", pid) }
