//go:build netbsd || openbsd

package platform

// queryPrefix reads the first recordSize bytes of each record, as NetBSD and OpenBSD allow. Its query names the
// processes, the size of a record, and the maximum number of records.
func (k kinfo) queryPrefix(name string, pid int) ([]row, error) {
	const all, one, many = 0, 1, 1 << 20 // KERN_PROC_ALL and KERN_PROC_PID in sys/sys/sysctl.h
	if pid == allProcesses {
		return k.query(name, all, 0, k.recordSize, many)
	}
	return k.query(name, one, pid, k.recordSize, many)
}
