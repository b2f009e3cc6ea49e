//go:build linux || freebsd || openbsd || netbsd || dragonfly

package platform

import (
	"encoding/binary"
	"os"
	"testing"

	. "github.com/onsi/gomega"
	"golang.org/x/sys/unix"
)

// recordOf builds a record of stride bytes. numbers and sizes are the values and the sizes of the fields, by
// offset.
func recordOf(stride int, numbers map[int]uint64, sizes map[int]int, name string, nameOffset int) []byte {
	record := make([]byte, stride)
	for i := range record {
		record[i] = 0xa5 // fills the bytes that must not be read
	}
	for offset, number := range numbers {
		var bytes [8]byte
		binary.NativeEndian.PutUint64(bytes[:], number)
		copy(record[offset:], bytes[:sizes[offset]])
	}
	copy(record[nameOffset:], name+"\x00")
	return record
}

// TestKinfoRows builds records with offsets that the systems' compilers printed for their headers. The numbers are
// repeated here on purpose, independently of the layouts under test.
func TestKinfoRows(t *testing.T) {
	const start = 1795475955
	for name, c := range map[string]struct {
		layout     kinfo
		stride     int
		name       int
		ids        [4]int // offsets of pid, ppid, group, session
		start      [2]int // offsets of seconds, microseconds
		stat       int
		sizes      [3]int // sizes of seconds, microseconds, stat
		alive, end []uint64
	}{
		"FreeBSD": {freebsdKinfo, 1088, 447, [4]int{72, 76, 80, 88}, [2]int{336, 344}, 388, [3]int{8, 8, 1}, []uint64{1, 2, 3, 4, 6, 7}, []uint64{5}},
		"NetBSD":  {netbsdKinfo, 640, 368, [4]int{116, 120, 128, 124}, [2]int{456, 460}, 632, [3]int{4, 4, 8}, []uint64{1, 2, 3, 4}, []uint64{5, 6}},
		"OpenBSD": {openbsdKinfo, 420, 312, [4]int{108, 112, 120, 116}, [2]int{408, 416}, 304, [3]int{8, 4, 1}, []uint64{1, 2, 3, 4, 7}, []uint64{5, 6}},
	} {
		t.Run(name, func(t *testing.T) {
			g := NewWithT(t)
			sizes := map[int]int{c.start[0]: c.sizes[0], c.start[1]: c.sizes[1], c.stat: c.sizes[2]}
			for _, offset := range c.ids {
				sizes[offset] = 4
			}
			var block []byte
			var expected []row
			add := func(stat uint64, state State) {
				pid := 4711 + len(expected)
				block = append(block, recordOf(c.stride, map[int]uint64{
					c.ids[0]: uint64(pid), c.ids[1]: 1, c.ids[2]: 4700, c.ids[3]: 4600,
					c.start[0]: start, c.start[1]: 250001, c.stat: stat,
				}, sizes, "python3.14", c.name)...)
				expected = append(expected, row{
					Process: Process{PID: pid, PPID: 1, Group: 4700, Start: start*1e6 + 250001, State: state, Name: "python3.14"},
					session: 4600,
				})
			}
			for _, stat := range c.alive {
				add(stat, Alive)
			}
			for _, stat := range c.end {
				add(stat, Zombie)
			}
			g.Expect(c.layout.rows(block)).To(Equal(expected))
			g.Expect(c.layout.rows(nil)).To(BeEmpty())
			_, err := c.layout.rows(block[1:])
			g.Expect(err).To(MatchError(ContainSubstring("not a multiple of the record size")))
		})
	}
}

func TestSinceBoot(t *testing.T) {
	const boot = 1795470000e6
	rows := []row{{Process: Process{Start: boot + 250001}}, {Process: Process{Start: 3600e6}}, {}}
	sinceBoot(rows, boot)
	NewWithT(t).Expect(rows).To(Equal([]row{{Process: Process{Start: 250001}}, {}, {}}))
}

func TestMatchesThisProcess(t *testing.T) {
	g := NewWithT(t)
	session, err := unix.Getsid(0)
	g.Expect(err).NotTo(HaveOccurred())
	right := row{
		Process: Process{PID: os.Getpid(), PPID: os.Getppid(), Group: unix.Getpgrp(), Start: 1, State: Alive},
		session: session,
	}
	g.Expect(right.matchesThisProcess()).To(BeTrue())
	for _, spoil := range []func(*row){
		func(r *row) { r.PID++ },
		func(r *row) { r.PPID++ },
		func(r *row) { r.Group++ },
		func(r *row) { r.session++ },
		func(r *row) { r.Start = 0 },
		func(r *row) { r.State = Zombie },
	} {
		wrong := right
		spoil(&wrong)
		g.Expect(wrong.matchesThisProcess()).To(BeFalse())
	}
}
