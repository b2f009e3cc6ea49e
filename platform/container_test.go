package platform

import (
	"os"
	"os/exec"
	"runtime"
	"testing"

	. "github.com/onsi/gomega"
)

// killedExit returns how a process that Kill has killed ends.
func killedExit() Exit {
	if runtime.GOOS == "windows" {
		return Exit{Code: killedExitCode}
	}
	return Exit{Code: -9, Signal: "SIGKILL"}
}

// killedExitCode is the exit code that Kill's documentation promises for Windows.
const killedExitCode = 1

func TestProcessesListsAllDescendants(t *testing.T) {
	s := startRun(t, "start-child", "parent", "start-child", "child", "wait", "grandchild")
	parent, child, grandchild := s.announced("parent"), s.announced("child"), s.announced("grandchild")
	members := s.members()
	s.Expect(members).To(HaveLen(3))
	s.Expect(members[parent.PID].PPID).To(Equal(os.Getpid()))
	s.Expect(members[child.PID].PPID).To(Equal(parent.PID))
	s.Expect(members[grandchild.PID].PPID).To(Equal(child.PID))
	s.Expect(members).NotTo(HaveKey(os.Getpid()))
	for _, p := range members {
		s.Expect(p.State).To(Equal(Alive))
		s.Expect(p.Start).To(BeNumerically(">", 0))
	}
	s.Expect(s.Count()).To(Equal(3))
	s.Expect(s.isEmpty()).To(BeFalse())
	s.Expect(s.Kill()).To(Succeed())
	s.Expect(s.Count()).To(BeZero())
	s.expectNothingLeft(parent, child, grandchild)
	s.Expect(s.Wait()).To(Equal(killedExit()))
}

func TestProcessesIncludesArguments(t *testing.T) {
	s := startRun(t, "start-child", "parent", "wait", "child")
	child := s.announced("child")
	if command := s.members()[child.PID].Command; runtime.GOOS != "windows" || len(command) > 0 {
		s.Expect(len(command)).To(BeNumerically(">=", 3))
		s.Expect(command[len(command)-2:]).To(Equal([]string{"wait", "child"}))
	}
}

func TestOrphanIsListedAndKilled(t *testing.T) {
	s := startRun(t, "leave-orphan", "wait", "left")
	s.Expect(s.Wait()).To(Equal(Exit{}))
	left := s.announced("left")
	for range 3 {
		s.Expect(s.isEmpty()).To(BeFalse())
	}
	members := s.members()
	s.Expect(members).To(HaveLen(1))
	s.Expect(members).To(HaveKey(left.PID))
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft(left)
	s.Expect(s.Wait()).To(Equal(Exit{}))
}

func TestEndedOrphanIsReaped(t *testing.T) {
	s := startRun(t, "leave-orphan", "leave-orphan", "leave-orphan", "exit", "5")
	s.Expect(s.Wait()).To(Equal(Exit{}))
	until(s.isEmpty)
	s.expectNothingLeft()
}

func TestEmptyIsFalseWhileFirstProcessRuns(t *testing.T) {
	s := startRun(t, "wait", "held")
	s.Expect(s.isEmpty()).To(BeFalse())
	s.announced("held")
	s.Expect(s.isEmpty()).To(BeFalse())
}

func TestKillForkBomb(t *testing.T) {
	s := startRun(t, "multiply", "4")
	bomb := s.announced("multiply")
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft(bomb)
}

func TestKillImmediatelyAndTwice(t *testing.T) {
	s := startRun(t, "start-child", "parent", "wait", "child")
	s.Expect(s.Kill()).To(Succeed())
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft()
	s.Expect(s.Wait()).To(Equal(killedExit()))
}

func TestKillAfterExitHasNoEffect(t *testing.T) {
	s := startRun(t, "exit", "3")
	s.Expect(s.Wait()).To(Equal(Exit{Code: 3}))
	s.Expect(s.Kill()).To(Succeed())
	s.Expect(s.Wait()).To(Equal(Exit{Code: 3}))
	s.expectNothingLeft()
}

func TestCloseKillsAndIsIdempotent(t *testing.T) {
	s := startRun(t, "leave-orphan", "wait", "left")
	left := s.announced("left")
	s.Expect(s.Close()).To(Succeed())
	s.Expect(s.Close()).To(Succeed())
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft(left)
}

func TestContainersAreIndependent(t *testing.T) {
	one, other := startRun(t, "start-child", "parent", "wait", "child"), startRun(t, "leave-orphan", "wait", "left")
	child, left := one.announced("child"), other.announced("left")
	one.Expect(one.members()).NotTo(HaveKey(left.PID))
	other.Expect(other.members()).NotTo(HaveKey(child.PID))
	one.Expect(one.Kill()).To(Succeed())
	other.Expect(other.members()).To(HaveKey(left.PID))
	other.Expect(other.isEmpty()).To(BeFalse())
}

func TestOtherChildIsNotKilled(t *testing.T) {
	notes := t.TempDir()
	outside := helperCommand([]string{"wait", "outside"})
	outside.Env = append(os.Environ(), helperVariable+"="+notes)
	NewWithT(t).Expect(outside.Start()).To(Succeed())
	s := startRun(t, "start-child", "parent", "wait", "child")
	s.announced("child")
	s.Expect(s.members()).NotTo(HaveKey(outside.Process.Pid))
	s.Expect(s.Kill()).To(Succeed())
	s.Expect(tableByID(s)[outside.Process.Pid].State).To(Equal(Alive))
	s.Expect(os.RemoveAll(notes)).To(Succeed())
	s.Expect(outside.Wait()).To(Succeed())
}

func TestOtherChildrenAreNotReaped(t *testing.T) {
	var others []*exec.Cmd
	for range 4 {
		s := startRun(t, "leave-orphan", "exit", "5")
		for range 4 {
			other := helperCommand([]string{"exit", "7"})
			other.Env = append(os.Environ(), helperVariable+"="+s.notes)
			s.Expect(other.Start()).To(Succeed())
			others = append(others, other)
		}
		s.Expect(s.Wait()).To(Equal(Exit{}))
		until(s.isEmpty)
		s.Expect(s.Close()).To(Succeed())
	}
	g := NewWithT(t)
	for _, other := range others {
		g.Expect(other.Wait()).To(MatchError("exit status 7"))
	}
}
