package platform

import (
	"os"
	"os/exec"
	"syscall"
	"testing"

	. "github.com/onsi/gomega"
)

func TestDaemonIsAMember(t *testing.T) {
	s := begin(t, "daemon", "leave", "hold", "daemon")
	s.Expect(s.Wait()).To(Equal(Exit{}))
	daemon := s.announced("daemon")
	s.Expect(s.isEmpty()).To(BeFalse())
	members := s.members()
	s.Expect(members).To(HaveKey(daemon.PID))
	s.Expect(members[daemon.PID].PPID).To(Or(Equal(os.Getpid()), Equal(daemon.PPID)))
	s.Expect(members[daemon.PID].Group).NotTo(Equal(s.PID()))
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft(daemon)
}

func TestDaemonWithoutTokenIsAMember(t *testing.T) {
	s := begin(t, "anonymous", "leave", "hold", "daemon")
	daemon := s.announced("daemon")
	s.Expect(s.Wait()).To(Equal(Exit{}))
	until(func() bool { return tableByID(s)[daemon.PID].PPID == os.Getpid() })
	s.Expect(s.isEmpty()).To(BeFalse())
	s.Expect(s.members()).To(HaveKey(daemon.PID))
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft(daemon)
}

// A leader of a session without the token and without ancestors has nothing of the run but its brand.
func TestBrandedDaemonIsAMemberOfItsRun(t *testing.T) {
	other := begin(t, "hold", "other")
	requireBrand(t, other)
	other.announced("other")
	s := begin(t, "anonymous", "anonymous", "hold", "daemon")
	daemon := s.announced("daemon")
	s.Expect(s.Wait()).To(Equal(Exit{}))
	until(func() bool { return tableByID(s)[daemon.PID].PPID == os.Getpid() })
	s.Expect(other.members()).To(HaveLen(1))
	s.Expect(s.members()).To(And(HaveLen(1), HaveKey(daemon.PID)))
	s.Expect(s.isEmpty()).To(BeFalse())
	s.Expect(s.Close()).To(Succeed())
	s.expectNothingLeft(daemon)
	s.Expect(other.members()).To(HaveLen(1))

	// One that is no run's any more is nobody's, also if it appears when another run is alone.
	third := begin(t, "anonymous", "anonymous", "hold", "stray")
	stray := third.announced("stray")
	s.Expect(other.Close()).To(Succeed())
	s.Expect(third.Wait()).To(Equal(Exit{}))
	k := newKinship(identity{third.PID(), 0}, "no such token", leastBrand)
	k.reused = true // and so its group and session are not what it is known by
	table, err := table()
	s.Expect(err).NotTo(HaveOccurred())
	members, _ := k.members(table, ours(), true)
	for _, r := range members {
		s.Expect(r.PID).NotTo(Equal(stray.PID))
	}
	s.Expect(third.Close()).To(Succeed())
}

func requireBrand(t *testing.T, s *scene) {
	t.Helper()
	if s.hold.brand == 0 {
		t.Skip("the limit that brands are made of has a hard limit here")
	}
}

func TestBrandedDaemonEndsWithItsContainersProcess(t *testing.T) {
	requireBrand(t, begin(t, "exit", "0"))
	vanish(t, []string{"anonymous", "anonymous", "hold", "daemon"}, "daemon")
}

func TestBrandIsGone(t *testing.T) {
	s := begin(t, "exit", "0")
	s.Expect(s.Wait()).To(Equal(Exit{}))
	s.Expect(brandOf(os.Getpid())).To(BeZero(), "this process keeps none")
	s.Expect(brandOf(1<<22+1)).To(BeZero(), "a process that is not there")
}

func TestMemberThatWasSeenStaysOne(t *testing.T) {
	s := begin(t, "escort", "parent", "tree", "escaped", "hold", "child")
	escaped, child := s.announced("escaped"), s.announced("child")
	s.Expect(s.members()).To(And(HaveLen(3), HaveKey(escaped.PID), HaveKey(child.PID)))
	s.Expect(syscall.Kill(s.PID(), syscall.SIGKILL)).To(Succeed())
	s.Expect(s.Wait()).To(Equal(killed()))
	s.Expect(s.isEmpty()).To(BeFalse())
	s.Expect(s.members()).To(And(HaveLen(2), HaveKey(escaped.PID), HaveKey(child.PID)))
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft(escaped, child)
}

func TestDaemonThatEndsLeavesNoZombie(t *testing.T) {
	s := begin(t, "daemon", "leave", "leave", "exit", "3")
	s.Expect(s.Wait()).To(Equal(Exit{}))
	until(s.isEmpty)
	s.expectNothingLeft()
}

func TestKillOfHoppingRun(t *testing.T) {
	s := begin(t, "hop")
	s.announced("hop")
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft()
}

func TestKillOfThoseWhoIgnoreSignals(t *testing.T) {
	s := begin(t, "tree", "parent", "stubborn", "child")
	child := s.announced("child")
	s.Expect(syscall.Kill(child.PID, syscall.SIGTERM)).To(Succeed())
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft(child)
}

func TestKillOfStoppedRun(t *testing.T) {
	s := begin(t, "tree", "parent", "hold", "child")
	child := s.announced("child")
	s.Expect(syscall.Kill(-s.PID(), syscall.SIGSTOP)).To(Succeed())
	s.Expect(s.members()[child.PID].State).To(Equal(Alive))
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft(child)
}

func TestExitStatusOfAChildWithItsOwnSessionIsNotTaken(t *testing.T) {
	s := begin(t, "leave", "exit", "5")
	other := understudy([]string{"exit", "7"})
	other.Env = append(os.Environ(), stageVariable+"="+s.stage)
	other.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	s.Expect(other.Start()).To(Succeed())
	until(func() bool { return tableByID(s)[other.Process.Pid].State == Zombie })
	s.Expect(s.Wait()).To(Equal(Exit{}))
	until(s.isEmpty)
	s.Expect(s.Close()).To(Succeed())
	s.Expect(other.Wait()).To(MatchError("exit status 7"))
}

func TestUnknownZombieUnsettlesOnce(t *testing.T) {
	g := NewWithT(t)
	k := newKinship(first.identity(), "no such token", 0)
	zombie := made(11, 0, 0, 0, 1001)
	zombie.PPID, zombie.State = os.Getpid(), Zombie
	members, settled := kin(&k, zombie)
	g.Expect(members).To(BeEmpty())
	g.Expect(settled).To(BeFalse(), "it may have started somebody who is not in the table")
	_, settled = kin(&k, zombie)
	g.Expect(settled).To(BeTrue(), "whom the second table has")
}

func TestChildWithoutEnvironmentDoesNotUnsettle(t *testing.T) {
	s := begin(t, "exit", "0")
	// Our own program needs its environment to be told its part.
	input, output, err := os.Pipe()
	s.Expect(err).NotTo(HaveOccurred())
	child := exec.Command("cat")
	child.Env, child.Stdin = []string{}, input
	if err := child.Start(); err != nil {
		t.Skip("no cat here: ", err)
	}
	s.Expect(s.Wait()).To(Equal(Exit{}))
	until(s.isEmpty)
	s.Expect(input.Close()).To(Succeed())
	s.Expect(output.Close()).To(Succeed())
	s.Expect(child.Wait()).To(Succeed())
}

func TestThoseWhoLeftTheSessionEndWithTheirContainersProcess(t *testing.T) {
	vanish(t, []string{"daemon", "leave", "stubborn", "daemon"}, "daemon")
	vanish(t, []string{"escort", "parent", "tree", "escaped", "hold", "child"}, "parent", "escaped", "child")
}
