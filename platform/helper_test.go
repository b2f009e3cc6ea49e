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

// The test binary is the program that the tests run: with this variable set it plays the part that its arguments
// describe, in the folder that the variable names. A part announces itself by a file in that folder, and holds still
// until the folder is gone at the latest, so that no part outlives its test for long, whatever fails.
const helperVariable = "SINGDANCE_PLATFORM_HELPER"

func TestMain(m *testing.M) {
	if notes := os.Getenv(helperVariable); notes != "" {
		runTask(notes, os.Args[1:])
		return
	}
	os.Exit(m.Run())
}

// play performs a part: its name and its arguments.
func runTask(notes string, task []string) {
	switch task[0] {
	case "exit": // ends with this exit status
		code, err := strconv.Atoi(task[1])
		must(err)
		os.Exit(code)
	case "wait": // announces itself under this name
		announce(notes, task[1], os.Getenv(RunVariable))
		waitForRemoval(notes)
	case "start-child": // announces itself under this name, has a child with the remaining part
		child := helperCommand(task[2:])
		must(child.Start())
		announce(notes, task[1], "")
		waitForRemoval(notes)
	case "leave-orphan": // has a child with the remaining part, and ends
		must(helperCommand(task[1:]).Start())
	case "leave-zombie": // has a child that ends and is not waited for; announces itself with the child's id
		child := helperCommand([]string{"exit", "0"})
		must(child.Start())
		announce(notes, task[1], strconv.Itoa(child.Process.Pid))
		waitForRemoval(notes)
	case "multiply": // announces itself, has two children that do the same, so many generations long
		generations, err := strconv.Atoi(task[1])
		must(err)
		announce(notes, "multiply", "")
		for range 2 {
			if generations > 0 {
				must(helperCommand([]string{"multiply", strconv.Itoa(generations - 1)}).Start())
			}
		}
		waitForRemoval(notes)
	case "guarded": // contains the remaining part in the name of a guard of this folder, and holds still
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

// helperCommand is a command that performs a part.
func helperCommand(task []string) *exec.Cmd {
	executable, err := os.Executable()
	must(err)
	return exec.Command(executable, task...)
}

// must ends a part that cannot be played.
func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(99)
	}
}

// announce leaves a note under a name. It appears complete or not at all.
func announce(notes, name, note string) {
	draft := filepath.Join(notes, fmt.Sprintf("draft.%d", os.Getpid()))
	err := os.WriteFile(draft, fmt.Appendf(nil, "%d %d %s", os.Getpid(), os.Getppid(), note), 0o600)
	if _, gone := os.Stat(notes); os.IsNotExist(gone) {
		os.Exit(0)
	}
	must(err)
	must(os.Rename(draft, filepath.Join(notes, name)))
}

// waitForRemoval stays until the stage is taken down.
func waitForRemoval(notes string) {
	for {
		if _, err := os.Stat(notes); err != nil {
			return
		}
		time.Sleep(2 * time.Millisecond)
	}
}

// note is what a part announced.
type note struct {
	PID, PPID int
	Text      string
}

// scene is a stage with a contained performance on it.
type testRun struct {
	*GomegaWithT
	t     *testing.T
	notes string
	*Container
}

// begin performs a part in a container, which is closed when the test ends.
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

// until waits for a condition; the only limit is the test binary's own.
func until(condition func() bool) {
	for !condition() {
		time.Sleep(time.Millisecond)
	}
}

// announced waits for the note of a part.
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

// members returns the processes of the run by id.
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

// empty reports whether nobody is alive.
func (s *testRun) isEmpty() bool {
	s.t.Helper()
	empty, err := s.Empty()
	s.Expect(err).NotTo(HaveOccurred())
	return empty
}

// expectNothingLeft looks for the parts' processes in the system's table, and for zombies of ours.
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
