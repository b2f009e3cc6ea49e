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
const stageVariable = "SINGDANCE_PLATFORM_STAGE"

func TestMain(m *testing.M) {
	if stage := os.Getenv(stageVariable); stage != "" {
		play(stage, os.Args[1:])
		return
	}
	os.Exit(m.Run())
}

// play performs a part: its name and its arguments.
func play(stage string, part []string) {
	switch part[0] {
	case "exit": // ends with this exit status
		code, err := strconv.Atoi(part[1])
		must(err)
		os.Exit(code)
	case "hold": // announces itself under this name
		announce(stage, part[1], os.Getenv(RunVariable))
		linger(stage)
	case "tree": // announces itself under this name, has a child with the remaining part
		child := understudy(part[2:])
		must(child.Start())
		announce(stage, part[1], "")
		linger(stage)
	case "leave": // has a child with the remaining part, and ends
		must(understudy(part[1:]).Start())
	case "neglect": // has a child that ends and is not waited for; announces itself with the child's id
		child := understudy([]string{"exit", "0"})
		must(child.Start())
		announce(stage, part[1], strconv.Itoa(child.Process.Pid))
		linger(stage)
	case "bomb": // announces itself, has two children that do the same, so many generations long
		generations, err := strconv.Atoi(part[1])
		must(err)
		announce(stage, "bomb", "")
		for range 2 {
			if generations > 0 {
				must(understudy([]string{"bomb", strconv.Itoa(generations - 1)}).Start())
			}
		}
		linger(stage)
	case "guarded": // contains the remaining part in the name of a guard of this folder, and holds still
		guard, err := NewGuard(part[1])
		must(err)
		container, err := Start(understudy(part[2:]), guard.Token())
		must(err)
		guard.Cover(container)
		announce(stage, "guarded", strconv.Itoa(guard.cmd.Process.Pid))
		linger(stage)
	default:
		playHere(stage, part)
	}
}

// understudy is a command that performs a part.
func understudy(part []string) *exec.Cmd {
	executable, err := os.Executable()
	must(err)
	return exec.Command(executable, part...)
}

// must ends a part that cannot be played.
func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(99)
	}
}

// announce leaves a note under a name. It appears complete or not at all.
func announce(stage, name, note string) {
	draft := filepath.Join(stage, fmt.Sprintf("draft.%d", os.Getpid()))
	err := os.WriteFile(draft, fmt.Appendf(nil, "%d %d %s", os.Getpid(), os.Getppid(), note), 0o600)
	if _, gone := os.Stat(stage); os.IsNotExist(gone) {
		os.Exit(0)
	}
	must(err)
	must(os.Rename(draft, filepath.Join(stage, name)))
}

// linger stays until the stage is taken down.
func linger(stage string) {
	for {
		if _, err := os.Stat(stage); err != nil {
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
type scene struct {
	*GomegaWithT
	t     *testing.T
	stage string
	*Container
}

// begin performs a part in a container, which is closed when the test ends.
func begin(t *testing.T, part ...string) *scene {
	t.Helper()
	s := &scene{GomegaWithT: NewWithT(t), t: t, stage: t.TempDir()}
	command := understudy(part)
	command.Env = append(os.Environ(), stageVariable+"="+s.stage)
	container, err := Start(command, filepath.Base(filepath.Dir(s.stage))+filepath.Base(s.stage)+strconv.Itoa(os.Getpid()))
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
func (s *scene) announced(name string) note {
	s.t.Helper()
	var text []byte
	until(func() (found bool) {
		var err error
		text, err = os.ReadFile(filepath.Join(s.stage, name))
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
func (s *scene) members() map[int]Process {
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
func (s *scene) isEmpty() bool {
	s.t.Helper()
	empty, err := s.Empty()
	s.Expect(err).NotTo(HaveOccurred())
	return empty
}

// expectNothingLeft looks for the parts' processes in the system's table, and for zombies of ours.
func (s *scene) expectNothingLeft(parts ...note) {
	s.t.Helper()
	s.Expect(s.members()).To(BeEmpty())
	s.Expect(s.isEmpty()).To(BeTrue())
	table, err := Processes()
	s.Expect(err).NotTo(HaveOccurred())
	for _, p := range table {
		for _, part := range parts {
			s.Expect(p.PID == part.PID && p.State == Alive).To(BeFalse(), "process %d is alive", p.PID)
		}
		s.Expect(p.PPID == os.Getpid() && p.State == Zombie).To(BeFalse(), "zombie %d is ours", p.PID)
	}
}
