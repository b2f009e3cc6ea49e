package platform

import (
	"errors"
	"strconv"
)

// kernelRows reads one process, or all, from sysctl(3) kern.proc, without threads.
func kernelRows(pid int) ([]row, error) {
	const bits = 64
	if strconv.IntSize != bits {
		return nil, errors.ErrUnsupported // 32-bit systems have another layout
	}
	if pid == allProcesses {
		return freebsdKinfo.query("kern.proc.proc")
	}
	return freebsdKinfo.query("kern.proc.pid", pid)
}
