package platform

// kernelRows asks sysctl(3) kern.proc2 for one process, or for everybody.
func kernelRows(pid int) ([]row, error) { return netbsdKinfo.queryPrefix("kern.proc2", pid) }
