//go:build netbsd || openbsd

package platform

// askPrefix asks as NetBSD and OpenBSD want it: which processes, of how many bytes of a record, of at most how many.
func (k kinfo) askPrefix(name string, pid int) ([]row, error) {
	const all, one, many = 0, 1, 1 << 20 // KERN_PROC_ALL and KERN_PROC_PID in sys/sys/sysctl.h
	if pid == everybody {
		return k.ask(name, all, 0, k.stride, many)
	}
	return k.ask(name, one, pid, k.stride, many)
}
