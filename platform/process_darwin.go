package platform

import (
	"fmt"
	"strings"

	"golang.org/x/sys/unix"
)

// zombieStat is the value of P_stat for a process that has ended (SZOMB in sys/proc.h).
const zombieStat = 5

// table reads the kernel's process table (sysctl(3), kern.proc.all).
func table() ([]row, error) {
	entries, err := unix.SysctlKinfoProcSlice("kern.proc.all")
	if err != nil {
		return nil, fmt.Errorf("platform: cannot read the process table: kern.proc.all: %w", err)
	}
	rows := make([]row, len(entries))
	for i := range entries {
		rows[i] = rowOf(&entries[i])
	}
	return rows, nil
}

// lookup reads one process. It returns nil if the process does not exist: the kernel then returns nothing, which
// SysctlKinfoProc reports as EIO.
func lookup(pid int) (*row, error) {
	entry, err := unix.SysctlKinfoProc("kern.proc.pid", pid)
	if err == unix.EIO || err == unix.ESRCH {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("platform: kern.proc.pid.%d: %w", pid, err)
	}
	r := rowOf(entry)
	return &r, nil
}

// rowOf translates an entry of the kernel's process table.
func rowOf(entry *unix.KinfoProc) row {
	r := row{Process: Process{
		PID:   int(entry.Proc.P_pid),
		PPID:  int(entry.Eproc.Ppid),
		Group: int(entry.Eproc.Pgid),
		Start: entry.Proc.P_starttime.Sec*1e6 + int64(entry.Proc.P_starttime.Usec),
		State: Alive,
		Name:  unix.ByteSliceToString(entry.Proc.P_comm[:]),
	}}
	if entry.Proc.P_stat == zombieStat {
		r.State = Zombie
	}
	r.session = sessionOf(r.PID)
	return r
}

// origins looks for the run's token in kern.procargs2, where the environment follows the arguments. It is readable for
// processes of the same user.
func origins(rows []row, token string) []origin {
	found := make([]origin, len(rows))
	for i, r := range rows {
		_, environment, ok := procargs(r.PID)
		if !ok || len(environment) == 0 {
			continue
		}
		found[i] = originForeign
		for _, variable := range environment {
			if strings.HasPrefix(variable, RunVariable+"="+token) {
				found[i] = originThisRun
			}
		}
	}
	return found
}

// withCommands adds the arguments from kern.procargs2.
func withCommands(rows []row) ([]Process, error) {
	list := make([]Process, len(rows))
	for i, r := range rows {
		list[i] = r.Process
		if command, _, ok := procargs(r.PID); ok && r.State == Alive {
			list[i].Command = command
		}
	}
	return list, nil
}

// procargs returns the arguments and the environment of a process, if the system shows them to us.
func procargs(pid int) (command, environment []string, ok bool) {
	block, err := unix.SysctlRaw("kern.procargs2", pid)
	if err != nil {
		return nil, nil, false
	}
	return parseProcargs(block)
}
