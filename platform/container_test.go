package platform

import (
	"os"
	"os/exec"
	"runtime"
	"testing"

	. "github.com/onsi/gomega"
)

// killed is how a process ends that Kill ended.
func killed() Exit {
	if runtime.GOOS == "windows" {
		return Exit{Code: killedExitCode}
	}
	return Exit{Code: -9, Signal: "SIGKILL"}
}

// killedExitCode is what Kill's documentation promises for Windows.
const killedExitCode = 1

func TestMembersAreTheWholeTree(t *testing.T) {
	s := begin(t, "tree", "parent", "tree", "child", "hold", "grandchild")
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
	s.Expect(s.Wait()).To(Equal(killed()))
}

func TestMembersShowTheirArguments(t *testing.T) {
	s := begin(t, "tree", "parent", "hold", "child")
	child := s.announced("child")
	if command := s.members()[child.PID].Command; runtime.GOOS != "windows" || len(command) > 0 {
		s.Expect(len(command)).To(BeNumerically(">=", 3))
		s.Expect(command[len(command)-2:]).To(Equal([]string{"hold", "child"}))
	}
}

func TestGrandchildThatOutlivesItsParent(t *testing.T) {
	s := begin(t, "leave", "hold", "left")
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

func TestOrphanThatEndsIsGone(t *testing.T) {
	s := begin(t, "leave", "leave", "leave", "exit", "5")
	s.Expect(s.Wait()).To(Equal(Exit{}))
	until(s.isEmpty)
	s.expectNothingLeft()
}

func TestEmptyIsFalseBeforeTheFirstProcessHasEnded(t *testing.T) {
	s := begin(t, "hold", "held")
	s.Expect(s.isEmpty()).To(BeFalse())
	s.announced("held")
	s.Expect(s.isEmpty()).To(BeFalse())
}

func TestKillOfGrowingRun(t *testing.T) {
	s := begin(t, "bomb", "4")
	bomb := s.announced("bomb")
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft(bomb)
}

func TestKillAtOnceAndAgain(t *testing.T) {
	s := begin(t, "tree", "parent", "hold", "child")
	s.Expect(s.Kill()).To(Succeed())
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft()
	s.Expect(s.Wait()).To(Equal(killed()))
}

func TestKillAfterTheEndChangesNothing(t *testing.T) {
	s := begin(t, "exit", "3")
	s.Expect(s.Wait()).To(Equal(Exit{Code: 3}))
	s.Expect(s.Kill()).To(Succeed())
	s.Expect(s.Wait()).To(Equal(Exit{Code: 3}))
	s.expectNothingLeft()
}

func TestCloseKillsAndCanBeRepeated(t *testing.T) {
	s := begin(t, "leave", "hold", "left")
	left := s.announced("left")
	s.Expect(s.Close()).To(Succeed())
	s.Expect(s.Close()).To(Succeed())
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft(left)
}

func TestContainersAreApart(t *testing.T) {
	one, other := begin(t, "tree", "parent", "hold", "child"), begin(t, "leave", "hold", "left")
	child, left := one.announced("child"), other.announced("left")
	one.Expect(one.members()).NotTo(HaveKey(left.PID))
	other.Expect(other.members()).NotTo(HaveKey(child.PID))
	one.Expect(one.Kill()).To(Succeed())
	other.Expect(other.members()).To(HaveKey(left.PID))
	other.Expect(other.isEmpty()).To(BeFalse())
}

func TestProcessOutsideIsLeftAlone(t *testing.T) {
	stage := t.TempDir()
	outside := understudy([]string{"hold", "outside"})
	outside.Env = append(os.Environ(), stageVariable+"="+stage)
	NewWithT(t).Expect(outside.Start()).To(Succeed())
	s := begin(t, "tree", "parent", "hold", "child")
	s.announced("child")
	s.Expect(s.members()).NotTo(HaveKey(outside.Process.Pid))
	s.Expect(s.Kill()).To(Succeed())
	s.Expect(tableByID(s)[outside.Process.Pid].State).To(Equal(Alive))
	s.Expect(os.RemoveAll(stage)).To(Succeed())
	s.Expect(outside.Wait()).To(Succeed())
}

func TestExitStatusesOfOtherChildrenAreNotTaken(t *testing.T) {
	var others []*exec.Cmd
	for range 4 {
		s := begin(t, "leave", "exit", "5")
		for range 4 {
			other := understudy([]string{"exit", "7"})
			other.Env = append(os.Environ(), stageVariable+"="+s.stage)
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
