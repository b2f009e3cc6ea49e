package hostile

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/singdance/singdance/platform"
)

// machine is the state of the machine before a case. It comes from the operating system and not from the suite's recordings.
type machine struct {
	processes   map[process]bool
	descriptors int
}

// process identifies a process, even if its process ID is used again later.
type process struct {
	pid   int
	start int64
}

// inspectMachine returns the present state of the machine.
func inspectMachine() (machine, error) {
	// For the first pipe, the Go runtime opens descriptors for its poller and keeps them. They must be open already.
	if input, output, err := os.Pipe(); err == nil {
		input.Close()
		output.Close()
	}
	m := machine{processes: map[process]bool{}, descriptors: descriptors()}
	all, err := platform.Processes()
	for _, p := range all {
		m.processes[process{p.PID, p.Start}] = true
	}
	return m, err
}

// leftBehind lists what the case in the folder has left on the machine.
func (m machine) leftBehind(folder string) ([]string, error) {
	var left []string
	all, err := platform.Processes()
	if err != nil {
		return nil, err
	}
	listed := listedProcesses(folder)
	for _, p := range all {
		if m.processes[process{p.PID, p.Start}] {
			continue
		}
		if slices.Contains(listed, p.PID) && p.State == platform.Alive || p.PPID == os.Getpid() || hasCaseEnvironment(p.PID, folder) {
			left = append(left, fmt.Sprintf("process %d, %s, %s", p.PID, p.Name, p.State))
		}
	}
	files, err := os.ReadDir(stageFolder(folder))
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	for _, file := range files {
		left = append(left, "file "+file.Name())
	}
	shared, err := filepath.Glob(sharedMemoryFolder + sharedMemoryPrefix(folder) + "*")
	if err != nil {
		return nil, err
	}
	for _, path := range shared {
		left = append(left, "shared memory "+path)
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		left = append(left, "a missing folder: the suite followed a link and deleted its target")
	}
	if more := descriptors() - m.descriptors; more > 0 {
		left = append(left, fmt.Sprintf("%d open descriptors", more))
	}
	return left, nil
}

// stageFolder returns the folder in which the stage of a case makes its own folder.
func stageFolder(folder string) string { return filepath.Join(folder, "stage") }

// processList returns the path of the file in which the processes of a case list themselves.
func processList(folder string) string { return filepath.Join(folder, "processes") }

// sharedMemoryFolder is the folder in which Linux shows named shared memory.
const sharedMemoryFolder = "/dev/shm/"

// sharedMemoryPrefix returns the first part of the names of a case's shared memory.
func sharedMemoryPrefix(folder string) string { return filepath.Base(folder) + "-" }

// listedProcesses returns the IDs in the process list of a case.
func listedProcesses(folder string) []int {
	text, _ := os.ReadFile(processList(folder)) // missing if no process was started
	var pids []int
	for line := range strings.Lines(string(text)) {
		if pid, err := strconv.Atoi(strings.TrimSpace(line)); err == nil {
			pids = append(pids, pid)
		}
	}
	return pids
}

// hasCaseEnvironment reports whether the environment of a process names the case's folder. It works only on Linux.
func hasCaseEnvironment(pid int, folder string) bool {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/environ", pid))
	return bytes.Contains(text, []byte(processListVariable+"="+folder))
}

// descriptors returns the number of open descriptors of this process, or 0 if the operating system does not show them. On
// Windows it is always 0, because the Go runtime opens a handle for each thread.
func descriptors() int {
	if runtime.GOOS == "windows" {
		return 0
	}
	for _, folder := range []string{"/proc/self/fd", "/dev/fd"} {
		if entries, err := os.ReadDir(folder); err == nil {
			return len(entries)
		}
	}
	return 0
}
