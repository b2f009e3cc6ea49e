package platform

import (
	"os"
	"os/exec"
	"syscall"
	"testing"

	. "github.com/onsi/gomega"
)

func TestDaemonIsMember(t *testing.T) {
	s := startRun(t, "daemonize", "leave-orphan", "wait", "daemon")
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

func TestDaemonWithoutTokenIsMember(t *testing.T) {
	s := startRun(t, "daemonize-without-token", "leave-orphan", "wait", "daemon")
	daemon := s.announced("daemon")
	s.Expect(s.Wait()).To(Equal(Exit{}))
	until(func() bool { return tableByID(s)[daemon.PID].PPID == os.Getpid() })
	s.Expect(s.isEmpty()).To(BeFalse())
	s.Expect(s.members()).To(HaveKey(daemon.PID))
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft(daemon)
}

// TestRunTagFindsDaemonWithoutToken starts a session leader that has neither the token nor a living ancestor. Only its
// run tag shows which run it belongs to.
func TestRunTagFindsDaemonWithoutToken(t *testing.T) {
	other := startRun(t, "wait", "other")
	requireRunTag(t, other)
	other.announced("other")
	s := startRun(t, "daemonize-without-token", "daemonize-without-token", "wait", "daemon")
	daemon := s.announced("daemon")
	s.Expect(s.Wait()).To(Equal(Exit{}))
	until(func() bool { return tableByID(s)[daemon.PID].PPID == os.Getpid() })
	s.Expect(other.members()).To(HaveLen(1))
	s.Expect(s.members()).To(And(HaveLen(1), HaveKey(daemon.PID)))
	s.Expect(s.isEmpty()).To(BeFalse())
	s.Expect(s.Close()).To(Succeed())
	s.expectNothingLeft(daemon)
	s.Expect(other.members()).To(HaveLen(1))

	// A process with the tag of a closed run belongs to no run, even if only one other run is open when it appears.
	third := startRun(t, "daemonize-without-token", "daemonize-without-token", "wait", "stray")
	stray := third.announced("stray")
	s.Expect(other.Close()).To(Succeed())
	s.Expect(third.Wait()).To(Equal(Exit{}))
	m := newMembership(identity{third.PID(), 0}, "no such token", minRunTag)
	m.firstReused = true // so that the group and the session of the first process do not make it a member
	table, err := table()
	s.Expect(err).NotTo(HaveOccurred())
	members, _ := m.members(table, thisProcess(), true)
	for _, r := range members {
		s.Expect(r.PID).NotTo(Equal(stray.PID))
	}
	s.Expect(third.Close()).To(Succeed())
}

func requireRunTag(t *testing.T, s *testRun) {
	t.Helper()
	if s.sys.tag == 0 {
		t.Skip("RLIMIT_RTTIME has a hard limit here, so runs have no tag")
	}
}

func TestGuardKillsTaggedDaemon(t *testing.T) {
	requireRunTag(t, startRun(t, "exit", "0"))
	killSuite(t, []string{"daemonize-without-token", "daemonize-without-token", "wait", "daemon"}, "daemon")
}

func TestRunTagIsNotKept(t *testing.T) {
	s := startRun(t, "exit", "0")
	s.Expect(s.Wait()).To(Equal(Exit{}))
	s.Expect(runTagOf(os.Getpid())).To(BeZero(), "this process keeps no run tag")
	s.Expect(runTagOf(1<<22+1)).To(BeZero(), "a process that does not exist")
}

func TestSeenMemberStaysMember(t *testing.T) {
	s := startRun(t, "start-escaped", "parent", "start-child", "escaped", "wait", "child")
	escaped, child := s.announced("escaped"), s.announced("child")
	s.Expect(s.members()).To(And(HaveLen(3), HaveKey(escaped.PID), HaveKey(child.PID)))
	s.Expect(syscall.Kill(s.PID(), syscall.SIGKILL)).To(Succeed())
	s.Expect(s.Wait()).To(Equal(killedExit()))
	s.Expect(s.isEmpty()).To(BeFalse())
	s.Expect(s.members()).To(And(HaveLen(2), HaveKey(escaped.PID), HaveKey(child.PID)))
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft(escaped, child)
}

func TestEndedDaemonIsReaped(t *testing.T) {
	s := startRun(t, "daemonize", "leave-orphan", "leave-orphan", "exit", "3")
	s.Expect(s.Wait()).To(Equal(Exit{}))
	until(s.isEmpty)
	s.expectNothingLeft()
}

func TestKillSessionHopper(t *testing.T) {
	s := startRun(t, "hop-sessions")
	s.announced("hop-sessions")
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft()
}

func TestKillProcessThatIgnoresSignals(t *testing.T) {
	s := startRun(t, "start-child", "parent", "ignore-signals", "child")
	child := s.announced("child")
	s.Expect(syscall.Kill(child.PID, syscall.SIGTERM)).To(Succeed())
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft(child)
}

func TestKillStoppedProcesses(t *testing.T) {
	s := startRun(t, "start-child", "parent", "wait", "child")
	child := s.announced("child")
	s.Expect(syscall.Kill(-s.PID(), syscall.SIGSTOP)).To(Succeed())
	s.Expect(s.members()[child.PID].State).To(Equal(Alive))
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft(child)
}

func TestOtherChildInNewSessionIsNotReaped(t *testing.T) {
	s := startRun(t, "leave-orphan", "exit", "5")
	other := helperCommand([]string{"exit", "7"})
	other.Env = append(os.Environ(), helperVariable+"="+s.notes)
	other.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	s.Expect(other.Start()).To(Succeed())
	until(func() bool { return tableByID(s)[other.Process.Pid].State == Zombie })
	s.Expect(s.Wait()).To(Equal(Exit{}))
	until(s.isEmpty)
	s.Expect(s.Close()).To(Succeed())
	s.Expect(other.Wait()).To(MatchError("exit status 7"))
}

func TestUnknownZombiePreventsSettledOnce(t *testing.T) {
	g := NewWithT(t)
	m := newMembership(first.identity(), "no such token", 0)
	zombie := fakeRow(11, 0, 0, 0, 1001)
	zombie.PPID, zombie.State = os.Getpid(), Zombie
	members, settled := memberIDs(&m, zombie)
	g.Expect(members).To(BeEmpty())
	g.Expect(settled).To(BeFalse(), "it may have started a process that is not in the table")
	_, settled = memberIDs(&m, zombie)
	g.Expect(settled).To(BeTrue(), "the second table would list that process")
}

func TestChildWithoutEnvironmentStaysSettled(t *testing.T) {
	s := startRun(t, "exit", "0")
	// The helper program cannot be used here, because it reads its task from the environment.
	input, output, err := os.Pipe()
	s.Expect(err).NotTo(HaveOccurred())
	child := exec.Command("cat")
	child.Env, child.Stdin = []string{}, input
	if err := child.Start(); err != nil {
		t.Skip("cat cannot be started: ", err)
	}
	s.Expect(s.Wait()).To(Equal(Exit{}))
	until(s.isEmpty)
	s.Expect(input.Close()).To(Succeed())
	s.Expect(output.Close()).To(Succeed())
	s.Expect(child.Wait()).To(Succeed())
}

func TestGuardKillsProcessesThatLeftTheSession(t *testing.T) {
	killSuite(t, []string{"daemonize", "leave-orphan", "ignore-signals", "daemon"}, "daemon")
	killSuite(t, []string{"start-escaped", "parent", "start-child", "escaped", "wait", "child"}, "parent", "escaped", "child")
}
