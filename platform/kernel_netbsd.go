package platform

// kernelRows reads one process, or all, from sysctl(3) kern.proc2.
func kernelRows(pid int) ([]row, error) { return netbsdKinfo.queryPrefix("kern.proc2", pid) }
