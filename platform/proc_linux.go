package platform

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"strconv"
	"sync"

	"golang.org/x/sys/unix"
)

// Positions in /proc/PID/stat, counted from the state. The state is the first field after the name, and field 3 in
// proc_pid_stat(5).
const (
	statState   = 0
	statPPID    = 1
	statGroup   = 2
	statSession = 3
	statThreads = 17
	statStart   = 19
	statFields  = 20
)

// statBytes is enough for a line of /proc/PID/stat: 52 numbers of at most 20 digits, and a name of at most 64 bytes.
const statBytes = 2048

// table reads /proc, one directory after the other.
func table() ([]row, error) { return readTable(nil) }

// olderProcesses are the processes that are older than this one, by the inode numbers of their directories in /proc. A
// process that reuses an ID has another inode number.
var olderProcesses struct {
	sync.Mutex
	inodes map[uint64]int
	start  int64 // the start time of this process
}

// possibleMembers returns the process table without processes that are older than this one. These cannot be members of
// a run, and most machines have many of them, so each is read only once.
func possibleMembers() ([]row, error) {
	olderProcesses.Lock()
	defer olderProcesses.Unlock()
	if olderProcesses.inodes == nil {
		self, err := lookup(os.Getpid())
		if err != nil {
			return nil, err
		}
		if self == nil {
			return table()
		}
		olderProcesses.inodes, olderProcesses.start = map[uint64]int{}, self.Start
	}
	return readTable(func(pid int, inode uint64, read func() (*row, error)) (*row, error) {
		if olderProcesses.inodes[inode] == pid {
			return nil, nil
		}
		r, err := read()
		if r != nil && r.Start < olderProcesses.start {
			olderProcesses.inodes[inode] = pid
			r = nil
		}
		return r, err
	})
}

// readTable reads /proc. If choose is not nil, it is called for each process with the process ID, the inode number of
// its directory, and a function that reads its row. It returns the row, or nil to leave it out.
func readTable(choose func(pid int, inode uint64, read func() (*row, error)) (*row, error)) ([]row, error) {
	entries, err := processEntries()
	if err != nil {
		return nil, fmt.Errorf("platform: cannot read the process table: %w", err)
	}
	rows := make([]row, 0, len(entries))
	for _, entry := range entries {
		read := func() (*row, error) { return lookup(entry.pid) }
		var r *row
		if choose == nil {
			r, err = read()
		} else {
			r, err = choose(entry.pid, entry.inode, read)
		}
		if err != nil {
			return nil, err
		}
		if r != nil {
			rows = append(rows, *r)
		}
	}
	return rows, nil
}

// processEntry is the directory of a process in /proc.
type processEntry struct {
	pid   int
	inode uint64
}

// processEntries lists the directories of processes with getdents64(2), because package os does not return inode
// numbers.
func processEntries() ([]processEntry, error) {
	fd, err := retryEINTR(func() (int, error) { return unix.Open("/proc", unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0) })
	if err != nil {
		return nil, err
	}
	defer unix.Close(fd)
	var entries []processEntry
	buffer := make([]byte, 16<<10)
	for {
		n, err := retryEINTR(func() (int, error) { return unix.Getdents(fd, buffer) })
		if err != nil {
			return nil, err
		}
		if n <= 0 {
			return entries, nil
		}
		entries = append(entries, parseEntries(buffer[:n])...)
	}
}

// parseEntries reads struct linux_dirent64 of getdents64(2): d_ino, d_off, d_reclen, d_type, and the name, which ends
// in a null byte. It leaves out names that are not process IDs.
func parseEntries(text []byte) []processEntry {
	const lengthAt, nameAt = 16, 19
	var entries []processEntry
	for len(text) > nameAt {
		length := int(binary.NativeEndian.Uint16(text[lengthAt:]))
		if length <= nameAt || length > len(text) {
			break
		}
		name, _, _ := bytes.Cut(text[nameAt:length], []byte{0})
		if pid, err := strconv.Atoi(string(name)); err == nil {
			entries = append(entries, processEntry{pid, binary.NativeEndian.Uint64(text)})
		}
		text = text[length:]
	}
	return entries
}

// lookup reads the row of one process. It returns nil if the process does not exist, or if we may not see it.
func lookup(pid int) (*row, error) {
	var space [statBytes]byte
	line, err := readProc(pid, "stat", space[:0])
	if err != nil || line == nil {
		return nil, err
	}
	r, err := parseStat(line)
	if err != nil {
		return nil, fmt.Errorf("platform: /proc/%d/stat: %w", pid, err)
	}
	return &r, nil
}

// parseStat reads a line of proc_pid_stat(5). The name is between the first opening and the last closing parenthesis.
// It can contain parentheses, spaces and newlines.
func parseStat(line []byte) (row, error) {
	opening := bytes.IndexByte(line, '(')
	closing := bytes.LastIndexByte(line, ')')
	if opening < 0 || closing < opening {
		return row{}, fmt.Errorf("no name in %q", line)
	}
	fields := bytes.Fields(line[closing+1:])
	if len(fields) < statFields {
		return row{}, fmt.Errorf("%d fields after the name in %q, want %d", len(fields), line, statFields)
	}
	var failures []error
	number := func(text []byte) int64 {
		n, err := strconv.ParseInt(string(bytes.TrimSpace(text)), 10, 64)
		failures = append(failures, err)
		return n
	}
	r := row{
		Process: Process{
			PID:   int(number(line[:opening])),
			PPID:  int(number(fields[statPPID])),
			Group: int(number(fields[statGroup])),
			Start: number(fields[statStart]),
			State: Alive,
			Name:  string(line[opening+1 : closing]),
		},
		session: int(number(fields[statSession])),
	}
	// A process whose main thread has ended before the others is shown as a zombie although it is alive.
	threads := number(fields[statThreads])
	if state := fields[statState][0]; (state == 'Z' || state == 'X') && threads <= 1 {
		r.State = Zombie
	}
	return r, errors.Join(failures...)
}

// readProc appends a file of a process's directory to buffer. It returns nil if the process does not exist or if we may
// not read the file. It uses system calls directly because it is called for every process on the machine, and os.File
// would first register each file for polling.
func readProc(pid int, name string, buffer []byte) ([]byte, error) {
	path := "/proc/" + strconv.Itoa(pid) + "/" + name
	fd, err := retryEINTR(func() (int, error) { return unix.Open(path, unix.O_RDONLY|unix.O_CLOEXEC, 0) })
	if err != nil {
		return procError(path, err)
	}
	defer unix.Close(fd)
	for {
		if len(buffer) == cap(buffer) {
			buffer = append(buffer, 0)[:len(buffer)]
		}
		n, err := retryEINTR(func() (int, error) { return unix.Read(fd, buffer[len(buffer):cap(buffer)]) })
		if err != nil {
			return procError(path, err)
		}
		if n == 0 {
			return buffer, nil
		}
		buffer = buffer[:len(buffer)+n]
	}
}

// retryEINTR repeats a system call that was interrupted by a signal.
func retryEINTR(call func() (int, error)) (int, error) {
	for {
		n, err := call()
		if !errors.Is(err, unix.EINTR) {
			return n, err
		}
	}
}

// procError returns no error if the process has ended or is closed to us, and err otherwise.
func procError(path string, err error) ([]byte, error) {
	for _, reason := range []error{unix.ENOENT, unix.ESRCH, unix.EACCES, unix.EPERM} {
		if errors.Is(err, reason) {
			return nil, nil
		}
	}
	return nil, fmt.Errorf("platform: %s: %w", path, err)
}

// origins looks for the run's token in /proc/PID/environ, which shows the environment that the last execve(2) set.
func origins(rows []row, token string) []origin {
	entry := []byte(RunVariable + "=" + token)
	found := make([]origin, len(rows))
	for i, r := range rows {
		environment, err := readProc(r.PID, "environ", nil)
		if err != nil {
			continue
		}
		if len(environment) == 0 {
			// Unlike the environment, the arguments are visible to all users.
			if line, err := readProc(r.PID, "cmdline", nil); err == nil && len(line) > 0 {
				found[i] = originHidden
			}
			continue
		}
		found[i] = originForeign
		for _, variable := range bytes.Split(environment, []byte{0}) {
			if bytes.HasPrefix(variable, entry) {
				found[i] = originThisRun
			}
		}
	}
	return found
}

// withCommands adds the arguments from /proc/PID/cmdline. A zombie has none.
func withCommands(rows []row) ([]Process, error) {
	list := make([]Process, len(rows))
	for i, r := range rows {
		line, err := readProc(r.PID, "cmdline", nil)
		if err != nil {
			return nil, err
		}
		list[i] = r.Process
		list[i].Command = parseCommandLine(line)
	}
	return list, nil
}

// parseCommandLine splits the content of proc_pid_cmdline(5): arguments that each end in a null byte.
func parseCommandLine(line []byte) []string {
	if len(line) == 0 {
		return nil
	}
	var arguments []string
	for _, argument := range bytes.Split(bytes.TrimSuffix(line, []byte{0}), []byte{0}) {
		arguments = append(arguments, string(argument))
	}
	return arguments
}
