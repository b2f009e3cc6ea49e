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

// witness knows how the machine was before an act. It asks the system, and does not rely on what the suite recorded.
type witness struct {
	processes   map[process]bool
	descriptors int
}

// process tells a process from one that gets its id later.
type process struct {
	pid   int
	start int64
}

// look looks at the machine as it is.
func look() (witness, error) {
	// With its first pipe the runtime opens what it waits with, and keeps it.
	if input, output, err := os.Pipe(); err == nil {
		input.Close()
		output.Close()
	}
	w := witness{processes: map[process]bool{}, descriptors: descriptors()}
	all, err := platform.Processes()
	for _, p := range all {
		w.processes[process{p.PID, p.Start}] = true
	}
	return w, err
}

// left lists what an act has left behind.
func (w witness) left(folder string) ([]string, error) {
	var left []string
	all, err := platform.Processes()
	if err != nil {
		return nil, err
	}
	ledger := enrolled(folder)
	for _, p := range all {
		if w.processes[process{p.PID, p.Start}] {
			continue
		}
		if slices.Contains(ledger, p.PID) && p.State == platform.Alive || p.PPID == os.Getpid() || marked(p.PID, folder) {
			left = append(left, fmt.Sprintf("process %d, %s, %s", p.PID, p.Name, p.State))
		}
	}
	files, err := os.ReadDir(filepath.Join(folder, "stage"))
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	for _, file := range files {
		left = append(left, "file "+file.Name())
	}
	shared, err := filepath.Glob(memoryFolder + memoryName(folder) + "*")
	if err != nil {
		return nil, err
	}
	for _, path := range shared {
		left = append(left, "shared memory "+path)
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		left = append(left, "less than there was: its links were followed")
	}
	if more := descriptors() - w.descriptors; more > 0 {
		left = append(left, fmt.Sprintf("%d descriptors", more))
	}
	return left, nil
}

// memoryFolder is where Linux keeps shared memory that has a name.
const memoryFolder = "/dev/shm/"

// memoryName is what the name of an act's shared memory begins with.
func memoryName(folder string) string { return filepath.Base(folder) + "-" }

// enrolled are the processes that have entered their ids in the ledger.
func enrolled(folder string) []int {
	text, _ := os.ReadFile(filepath.Join(folder, "ledger")) // which is not there if nothing was started
	var ids []int
	for line := range strings.Lines(string(text)) {
		if pid, err := strconv.Atoi(strings.TrimSpace(line)); err == nil {
			ids = append(ids, pid)
		}
	}
	return ids
}

// marked says whether a process has the act's folder in its environment, where the system shows it as Linux does.
func marked(pid int, folder string) bool {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/environ", pid))
	return bytes.Contains(text, []byte(ledgerVariable+"="+folder))
}

// descriptors counts this process's open descriptors, where the system shows them. Windows counts handles, of which the
// runtime has as many as it has threads.
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
