package platform

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	. "github.com/onsi/gomega"
)

// helperVariable makes the test binary run as a helper process. Its arguments are the task; the variable's value is the
// folder for its notes. A helper announces itself by a file in that folder. It ends when the folder is removed at the
// latest, so that it does not outlive its test for long, even if the test fails.
const helperVariable = "SINGDANCE_PLATFORM_HELPER"

func TestMain(m *testing.M) {
	if notes := os.Getenv(helperVariable); notes != "" {
		runTask(notes, os.Args[1:])
		return
	}
	os.Exit(m.Run())
}

// runTask runs a task: its name and its arguments.
func runTask(notes string, task []string) {
	switch task[0] {
	case "exit": // ends with this exit status
		code, err := strconv.Atoi(task[1])
		must(err)
		os.Exit(code)
	case "wait": // announces itself under this name and waits
		announce(notes, task[1], os.Getenv(RunVariable))
		waitForRemoval(notes)
	case "start-child": // announces itself under this name, starts a child that runs the remaining task, and waits
		child := helperCommand(task[2:])
		must(child.Start())
		announce(notes, task[1], "")
		waitForRemoval(notes)
	case "leave-orphan": // starts a child that runs the remaining task, and ends
		must(helperCommand(task[1:]).Start())
	case "leave-zombie": // starts a child that ends, does not wait for it, and announces the child's process ID
		child := helperCommand([]string{"exit", "0"})
		must(child.Start())
		announce(notes, task[1], strconv.Itoa(child.Process.Pid))
		waitForRemoval(notes)
	case "multiply": // announces itself and starts two children that do the same, for this number of generations
		generations, err := strconv.Atoi(task[1])
		must(err)
		announce(notes, "multiply", "")
		for range 2 {
			if generations > 0 {
				must(helperCommand([]string{"multiply", strconv.Itoa(generations - 1)}).Start())
			}
		}
		waitForRemoval(notes)
	case "guarded": // runs the remaining task in a container, with a guard of this folder, and waits
		guard, err := NewGuard(task[1])
		must(err)
		container, err := Start(helperCommand(task[2:]), guard.Token())
		must(err)
		guard.Watch(container)
		announce(notes, "guarded", strconv.Itoa(guard.cmd.Process.Pid))
		waitForRemoval(notes)
	default:
		runSystemTask(notes, task)
	}
}

// helperCommand returns a command that runs a task.
func helperCommand(task []string) *exec.Cmd {
	executable, err := os.Executable()
	must(err)
	return exec.Command(executable, task...)
}

// must ends a helper process after an error.
func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(99)
	}
}

// announce writes a note under a name. It appears complete or not at all.
func announce(notes, name, note string) {
	draft := filepath.Join(notes, fmt.Sprintf("draft.%d", os.Getpid()))
	err := os.WriteFile(draft, fmt.Appendf(nil, "%d %d %s", os.Getpid(), os.Getppid(), note), 0o600)
	if _, gone := os.Stat(notes); os.IsNotExist(gone) {
		os.Exit(0)
	}
	must(err)
	must(os.Rename(draft, filepath.Join(notes, name)))
}

// waitForRemoval waits until the folder for notes is removed.
func waitForRemoval(notes string) {
	for {
		if _, err := os.Stat(notes); err != nil {
			return
		}
		time.Sleep(2 * time.Millisecond)
	}
}

// note is what a helper process announced.
type note struct {
	PID, PPID int
	Text      string
}

// testRun is a test with a helper process in a container.
type testRun struct {
	*GomegaWithT
	t     *testing.T
	notes string
	*Container
}

// startRun runs a task in a container, which is closed when the test ends.
func startRun(t *testing.T, task ...string) *testRun {
	t.Helper()
	s := &testRun{GomegaWithT: NewWithT(t), t: t, notes: t.TempDir()}
	command := helperCommand(task)
	command.Env = append(os.Environ(), helperVariable+"="+s.notes)
	container, err := Start(command, filepath.Base(filepath.Dir(s.notes))+filepath.Base(s.notes)+strconv.Itoa(os.Getpid()))
	s.Expect(err).NotTo(HaveOccurred())
	s.Container = container
	t.Cleanup(func() { s.Expect(container.Close()).To(Succeed()) })
	return s
}

// until waits for a condition. Only the timeout of the test binary limits it.
func until(condition func() bool) {
	for !condition() {
		time.Sleep(time.Millisecond)
	}
}

// announced waits for the note with this name.
func (s *testRun) announced(name string) note {
	s.t.Helper()
	var text []byte
	until(func() (found bool) {
		var err error
		text, err = os.ReadFile(filepath.Join(s.notes, name))
		return err == nil
	})
	words := strings.SplitN(string(text), " ", 3)
	s.Expect(words).To(HaveLen(3))
	pid, err := strconv.Atoi(words[0])
	s.Expect(err).NotTo(HaveOccurred())
	ppid, err := strconv.Atoi(words[1])
	s.Expect(err).NotTo(HaveOccurred())
	return note{pid, ppid, words[2]}
}

// members returns the processes of the run by process ID.
func (s *testRun) members() map[int]Process {
	s.t.Helper()
	list, err := s.Processes()
	s.Expect(err).NotTo(HaveOccurred())
	members := map[int]Process{}
	for _, p := range list {
		s.Expect(members).NotTo(HaveKey(p.PID))
		members[p.PID] = p
	}
	return members
}

// isEmpty reports whether no process of the run is alive.
func (s *testRun) isEmpty() bool {
	s.t.Helper()
	empty, err := s.Empty()
	s.Expect(err).NotTo(HaveOccurred())
	return empty
}

// expectNothingLeft checks that the processes of these tasks are not in the process table, and that this process has no
// zombies.
func (s *testRun) expectNothingLeft(tasks ...note) {
	s.t.Helper()
	s.Expect(s.members()).To(BeEmpty())
	s.Expect(s.isEmpty()).To(BeTrue())
	table, err := Processes()
	s.Expect(err).NotTo(HaveOccurred())
	for _, p := range table {
		for _, task := range tasks {
			s.Expect(p.PID == task.PID && p.State == Alive).To(BeFalse(), "process %d is alive", p.PID)
		}
		s.Expect(p.PPID == os.Getpid() && p.State == Zombie).To(BeFalse(), "zombie %d is ours", p.PID)
	}
}
