package startmethods_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/startmethods"
)

func TestProcessLifeCycle(t *testing.T) {
	g := NewWithT(t)
	p := &startmethods.Process{Target: hold, Name: "singer", Daemon: true}
	g.Expect(p.IsAlive()).To(BeFalse())
	g.Expect(p.PID()).To(BeZero())
	sentinel := p.Sentinel()
	_, ok := p.ExitCode()
	g.Expect(ok).To(BeFalse())
	g.Expect(p.String()).To(Equal("singer (initial)"))

	g.Expect(p.Start()).To(Succeed())
	g.Expect(p.IsAlive()).To(BeTrue())
	g.Expect(p.PID()).NotTo(Or(BeZero(), Equal(os.Getpid())))
	g.Expect(p.String()).To(MatchRegexp(`^singer \(pid \d+, started\)$`))
	g.Expect(startmethods.ActiveChildren()).To(ContainElement(p))
	_, ok = p.ExitCode()
	g.Expect(ok).To(BeFalse())
	g.Expect(sentinel).NotTo(BeClosed())
	done, cancel := context.WithCancel(context.Background())
	cancel()
	err := p.Join(done)
	g.Expect(err).To(MatchError(context.Canceled))
	g.Expect(err).To(MatchError(ContainSubstring("singer")))

	g.Expect(p.Kill()).To(Succeed())
	<-sentinel
	g.Expect(p.Join(done)).To(Succeed(), "an ended process can be joined with a canceled context")
	g.Expect(p.Join(context.Background())).To(Succeed())
	g.Expect(p.IsAlive()).To(BeFalse())
	code, ok := p.ExitCode()
	g.Expect(ok).To(BeTrue())
	g.Expect(code).To(BeNumerically("<", 0))
	g.Expect(p.String()).To(ContainSubstring("stopped, exit code -"))
	g.Expect(startmethods.ActiveChildren()).NotTo(ContainElement(p))
	for _, end := range []func() error{p.Terminate, p.Kill, p.Interrupt} {
		g.Expect(end()).To(Succeed(), "an ended process is left alone")
	}
	g.Expect(p.Close()).To(Succeed())
	g.Expect(p.String()).To(ContainSubstring("closed"))
}

// expectProcessError expects a ProcessError with the given condition.
func expectProcessError(g Gomega, err, condition error, process string) {
	g.Expect(err).To(MatchError(condition))
	typed, ok := errors.AsType[*startmethods.ProcessError](err)
	g.Expect(ok).To(BeTrue())
	g.Expect(typed.Process).To(Equal(process))
	g.Expect(err.Error()).To(ContainSubstring(process))
}

func TestStartedTwice(t *testing.T) {
	g := NewWithT(t)
	p := &startmethods.Process{Name: "twice"}
	g.Expect(run(g, p)).To(Equal(0), "a process without a target does nothing")
	expectProcessError(g, p.Start(), startmethods.ErrStarted, "twice")
}

func TestNotStarted(t *testing.T) {
	g := NewWithT(t)
	p := &startmethods.Process{Target: hold, Name: "idle"}
	expectProcessError(g, p.Join(context.Background()), startmethods.ErrNotStarted, "idle")
	expectProcessError(g, p.Terminate(), startmethods.ErrNotStarted, "idle")
	expectProcessError(g, p.Kill(), startmethods.ErrNotStarted, "idle")
	expectProcessError(g, p.Interrupt(), startmethods.ErrNotStarted, "idle")
}

func TestClosed(t *testing.T) {
	g := NewWithT(t)
	p := &startmethods.Process{Name: "closed"}
	run(g, p)
	g.Expect(p.Close()).To(Succeed())
	g.Expect(p.Close()).To(Succeed())
	expectProcessError(g, p.Start(), startmethods.ErrClosed, "closed")
	expectProcessError(g, p.Join(context.Background()), startmethods.ErrClosed, "closed")
	expectProcessError(g, p.Terminate(), startmethods.ErrClosed, "closed")
	_, ok := p.ExitCode()
	g.Expect(ok).To(BeFalse())
	g.Expect(p.IsAlive()).To(BeFalse())

	never := &startmethods.Process{Name: "never"}
	g.Expect(never.Close()).To(Succeed())
	g.Expect(never.Sentinel()).To(BeClosed())
	expectProcessError(g, never.Start(), startmethods.ErrClosed, "never")
}

func TestClosedWhileRunning(t *testing.T) {
	g := NewWithT(t)
	p := &startmethods.Process{Target: hold, Name: "busy"}
	g.Expect(p.Start()).To(Succeed())
	expectProcessError(g, p.Close(), startmethods.ErrRunning, "busy")
	g.Expect(p.Kill()).To(Succeed())
	g.Expect(p.Join(context.Background())).To(Succeed())
	g.Expect(p.Close()).To(Succeed())
}

func TestCurrentProcessIsNotChild(t *testing.T) {
	g := NewWithT(t)
	me := startmethods.CurrentProcess()
	g.Expect(me.Name).To(Equal("MainProcess"))
	g.Expect(me.PID()).To(Equal(os.Getpid()))
	g.Expect(me.IsAlive()).To(BeTrue())
	g.Expect(me).To(BeIdenticalTo(startmethods.CurrentProcess()))
	g.Expect(startmethods.ParentProcess()).To(BeNil())
	expectProcessError(g, me.Start(), startmethods.ErrNotChild, "MainProcess")
	expectProcessError(g, me.Join(context.Background()), startmethods.ErrNotChild, "MainProcess")
	expectProcessError(g, me.Terminate(), startmethods.ErrNotChild, "MainProcess")
	expectProcessError(g, me.Close(), startmethods.ErrNotChild, "MainProcess")
}

func TestUnavailableMethod(t *testing.T) {
	g := NewWithT(t)
	p := &startmethods.Process{Name: "forked", Method: "no such method"}
	err := p.Start()
	g.Expect(err).To(MatchError(startmethods.ErrMethod))
	typed, ok := errors.AsType[*startmethods.MethodError](err)
	g.Expect(ok).To(BeTrue())
	g.Expect(typed.Process).To(Equal("forked"))
	g.Expect(typed.Available).To(Equal(startmethods.Methods()))
	g.Expect(err.Error()).To(And(ContainSubstring("forked"), ContainSubstring("no such method"), ContainSubstring("spawn")))
	p.Method = "spawn"
	g.Expect(run(g, p)).To(Equal(0), "Start can be called again after a failure")
}

func TestUnregisteredTarget(t *testing.T) {
	g := NewWithT(t)
	p := &startmethods.Process{Name: "lost", Target: &startmethods.Target{}}
	err := p.Start()
	g.Expect(err).To(MatchError(startmethods.ErrTarget))
	g.Expect(err).To(MatchError(ContainSubstring("lost")))
	_, err = startmethods.LookupTarget("unknown")
	g.Expect(err).To(MatchError(startmethods.ErrTarget))
	g.Expect(err).To(MatchError(ContainSubstring(`"unknown"`)))
	found, err := startmethods.LookupTarget("hold")
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(found).To(BeIdenticalTo(hold))
	g.Expect(found.Name()).To(Equal("hold"))
}

func TestRegister(t *testing.T) {
	g := NewWithT(t)
	nothing := func(*startmethods.Call) error { return nil }
	g.Expect(func() { startmethods.Register("hold", nothing) }).To(PanicWith(ContainSubstring(`"hold"`)))
	g.Expect(func() { startmethods.Register("", nothing) }).To(PanicWith(ContainSubstring("name")))
	g.Expect(func() { startmethods.Register("nil", nil) }).To(PanicWith(ContainSubstring(`"nil"`)))
}

func TestTwentyChildrenAtOnce(t *testing.T) {
	g := NewWithT(t)
	var all sync.WaitGroup
	processes := make([]*startmethods.Process, 20)
	for i := range processes {
		processes[i] = &startmethods.Process{Target: writeArgument, Args: []any{filepath.Join(t.TempDir(), "x"), i}}
		all.Go(func() {
			if err := processes[i].Start(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	names := map[string]bool{}
	for i, p := range processes {
		g.Expect(p.Join(context.Background())).To(Succeed())
		g.Expect(readJSON[int](g, p.Args[0].(string))).To(Equal(i))
		names[p.Name] = true
	}
	g.Expect(names).To(HaveLen(len(processes)))
	g.Expect(startmethods.ActiveChildren()).To(BeEmpty())
}

var writeArgument = startmethods.Register("write argument", func(call *startmethods.Call) error {
	path, err := startmethods.Arg[string](call, 0)
	if err != nil {
		return err
	}
	return writeJSON(path, call.Args[1])
})
