//go:build linux || freebsd || openbsd || netbsd || dragonfly

package platform

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"

	"golang.org/x/sys/unix"
)

// kinfo describes the layout of a record in a kernel's process table: the offsets, in bytes, of the fields that are
// needed. Each BSD has its own layout, and extends it only at the end. This file is built on Linux too, where it is
// tested.
type kinfo struct {
	recordSize int // bytes from one record to the next

	pid, ppid, group, session kinfoField
	stat                      kinfoField
	seconds, micros           kinfoField // the start time since 1970; both are 0 for a zombie on NetBSD and OpenBSD
	name                      kinfoField // text that ends in a null byte

	endedStats []int64 // the values of stat for a process that has ended

	// fromBoot means that the kernel stores the start time relative to the boot time, and adds the boot time when it is
	// asked. The boot time changes whenever the clock is set.
	fromBoot bool
}

// kinfoField is a field of a record.
type kinfoField struct{ offset, size int }

// The layouts, from the headers of the systems.
var (
	// freebsdKinfo is struct kinfo_proc of sys/sys/user.h on 64-bit systems, in FreeBSD 7 to 15. Its size must not
	// change (KINFO_PROC_SIZE). SZOMB is 5 in sys/sys/proc.h.
	freebsdKinfo = kinfo{
		recordSize: 1088,
		pid:        kinfoField{72, 4}, ppid: kinfoField{76, 4}, group: kinfoField{80, 4}, session: kinfoField{88, 4},
		seconds: kinfoField{336, 8}, micros: kinfoField{344, 8},
		stat: kinfoField{388, 1}, name: kinfoField{447, 20},
		endedStats: []int64{5}, fromBoot: true,
	}
	// netbsdKinfo is struct kinfo_proc2 of sys/sys/sysctl.h, in NetBSD 2 to 10, up to p_realstat. p_realstat is the
	// state of the process, while p_stat is the state of a thread. SZOMB is 5 and SDEAD 6 in sys/sys/proc.h.
	netbsdKinfo = kinfo{
		recordSize: 640,
		pid:        kinfoField{116, 4}, ppid: kinfoField{120, 4}, session: kinfoField{124, 4}, group: kinfoField{128, 4},
		name:    kinfoField{368, 24},
		seconds: kinfoField{456, 4}, micros: kinfoField{460, 4},
		stat:       kinfoField{632, 8},
		endedStats: []int64{5, 6},
	}
	// openbsdKinfo is struct kinfo_proc of sys/sys/sysctl.h, in OpenBSD 5.5 to 7.8, up to p_ustart_usec. SZOMB is 5 and
	// SDEAD 6 in sys/sys/proc.h.
	openbsdKinfo = kinfo{
		recordSize: 420,
		pid:        kinfoField{108, 4}, ppid: kinfoField{112, 4}, session: kinfoField{116, 4}, group: kinfoField{120, 4},
		stat: kinfoField{304, 1}, name: kinfoField{312, 24},
		seconds: kinfoField{408, 8}, micros: kinfoField{416, 4},
		endedStats: []int64{5, 6}, fromBoot: true,
	}
)

// rows translates a block of records.
func (k kinfo) rows(block []byte) ([]row, error) {
	if len(block)%k.recordSize != 0 {
		return nil, fmt.Errorf("platform: the process table has %d bytes, which is not a multiple of the record size %d", len(block), k.recordSize)
	}
	rows := make([]row, 0, len(block)/k.recordSize)
	for len(block) > 0 {
		rows = append(rows, k.row(block[:k.recordSize]))
		block = block[k.recordSize:]
	}
	return rows, nil
}

// row translates one record.
func (k kinfo) row(record []byte) row {
	const microsPerSecond = 1e6
	r := row{
		Process: Process{
			PID: int(k.pid.number(record)), PPID: int(k.ppid.number(record)), Group: int(k.group.number(record)),
			Start: k.seconds.number(record)*microsPerSecond + k.micros.number(record),
			State: Alive,
			Name:  k.name.text(record),
		},
		session: int(k.session.number(record)),
	}
	if slices.Contains(k.endedStats, k.stat.number(record)) {
		r.State = Zombie
	}
	return r
}

// number reads a nonnegative integer.
func (f kinfoField) number(record []byte) int64 {
	field := record[f.offset : f.offset+f.size]
	switch f.size {
	case 1:
		return int64(field[0])
	case 4: // bytes
		return int64(binary.NativeEndian.Uint32(field))
	default:
		return int64(binary.NativeEndian.Uint64(field))
	}
}

// text reads a text.
func (f kinfoField) text(record []byte) string {
	before, _, _ := bytes.Cut(record[f.offset:f.offset+f.size], []byte{0})
	return string(before)
}

// sinceBoot makes start times relative to the boot time, in microseconds since 1970. A start time before the boot time
// becomes 0, which means unknown: OpenBSD omits the boot time for a process that is ending.
func sinceBoot(rows []row, boot int64) {
	for i := range rows {
		rows[i].Start = max(0, rows[i].Start-boot)
	}
}

// matchesThisProcess reports whether a row has the values that other system calls return for this process. If the
// layout is wrong, it returns false.
func (r row) matchesThisProcess() bool {
	session, err := unix.Getsid(0)
	return err == nil && r.PID == unix.Getpid() && r.PPID == unix.Getppid() && r.Group == unix.Getpgrp() &&
		r.session == session && r.State == Alive && r.Start > 0
}
