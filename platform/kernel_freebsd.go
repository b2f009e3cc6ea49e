package platform

import (
	"errors"
	"strconv"
)

// kernelRows asks sysctl(3) kern.proc for one process, or for everybody, without their threads.
func kernelRows(pid int) ([]row, error) {
	const bits = 64
	if strconv.IntSize != bits {
		return nil, errors.ErrUnsupported // the members of its records are elsewhere
	}
	if pid == allProcesses {
		return freebsdKinfo.query("kern.proc.proc")
	}
	return freebsdKinfo.query("kern.proc.pid", pid)
}
