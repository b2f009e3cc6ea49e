package startmethods_test

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/startmethods"
	"github.com/singdance/singdance/startmethods/raw"
)

// forkingMethods returns the available start methods that fork.
func forkingMethods() []string {
	return slices.DeleteFunc(startmethods.Methods(), func(method string) bool { return method == "spawn" })
}

// forEachForkingMethod runs a test with each of them.
func forEachForkingMethod(t *testing.T, test func(t *testing.T, method string)) {
	t.Helper()
	if len(forkingMethods()) == 0 {
		t.Skip("fork is not available")
	}
	for _, method := range forkingMethods() {
		t.Run(method, func(t *testing.T) { test(t, method) })
	}
}

// An identityRunner records who it is, its parent, and the value of a variable.
type identityRunner struct {
	path  raw.Path
	words string
	text  *raw.Text
}

// memory is a variable that the test changes before a fork.
var memory = int64(1)

var recordIdentity = startmethods.RegisterForked("record identity", func(call *startmethods.Call) (startmethods.ForkedRunner, error) {
	path, err := startmethods.Arg[string](call, 0)
	me, parent := call.Process(), call.Parent()
	words := fmt.Sprintf(`"%s %d %s %v %d %s"`, me.Name, me.PID(), me.Method, me.Daemon, parent.PID(), parent.Name)
	return &identityRunner{raw.NewPath(path), words, raw.NewText(1 << 10)}, err
})

//go:nosplit
//go:norace
func (w *identityRunner) Run() int {
	w.text.AddString("[")
	w.text.AddString(w.words)
	for _, number := range [...]int64{int64(raw.Getpid()), int64(raw.Getppid()), memory} {
		w.text.AddString(",")
		w.text.AddInt(number, 0)
	}
	w.text.AddString("]")
	fd, errno := raw.OpenAppend(w.path)
	if errno == 0 {
		_, errno = raw.Write(fd, w.text.Bytes())
	}
	return int(errno)
}

func TestIdentityOfForkedChild(t *testing.T) {
	memory = 2
	defer func() { memory = 1 }()
	forEachForkingMethod(t, func(t *testing.T, method string) {
		g := NewWithT(t)
		path := t.TempDir() + "/seen"
		p := &startmethods.Process{Target: recordIdentity, Args: []any{path}, Method: method, Daemon: true, Name: "recorder"}
		g.Expect(run(g, p)).To(Equal(0))
		seen := readJSON[[]any](g, path)
		g.Expect(seen[0]).To(Equal(fmt.Sprintf("recorder 0 %s true %d MainProcess", method, os.Getpid())))
		g.Expect(seen[1]).To(BeEquivalentTo(p.PID()))
		if method == "fork" {
			g.Expect(seen[2]).To(BeEquivalentTo(os.Getpid()))
			g.Expect(seen[3]).To(BeEquivalentTo(2), "the memory of the parent")
		} else {
			g.Expect(seen[2]).NotTo(BeEquivalentTo(os.Getpid()))
			g.Expect(seen[3]).To(BeEquivalentTo(1), "the memory of the server")
		}
	})
}

// A target that has only a form for forked children also runs in a spawned child.
func TestSpawnRunsFormForForkedChildren(t *testing.T) {
	g := NewWithT(t)
	path := t.TempDir() + "/seen"
	p := &startmethods.Process{Target: recordIdentity, Args: []any{path}, Method: "spawn", Name: "recorder"}
	g.Expect(run(g, p)).To(Equal(0))
	seen := readJSON[[]any](g, path)
	g.Expect(seen[0]).To(Equal(fmt.Sprintf("recorder %d spawn false %d MainProcess", p.PID(), os.Getpid())))
	g.Expect(seen[1]).To(BeEquivalentTo(p.PID()))
	g.Expect(seen[2]).To(BeEquivalentTo(os.Getpid()))
	g.Expect(seen[3]).To(BeEquivalentTo(1))
	missing := &startmethods.Process{Target: recordIdentity, Args: []any{path + "/missing/folder"}, Method: "spawn"}
	g.Expect(run(g, missing)).NotTo(BeZero(), "the result of Run is the exit status")
}

// A holdRunner is what hold is for forked children.
type holdRunner struct{}

//go:nosplit
//go:norace
func (*holdRunner) Run() int {
	for {
		raw.Sleep(time.Hour)
	}
}

func prepareHold(*startmethods.Call) (startmethods.ForkedRunner, error) { return &holdRunner{}, nil }

// lock is locked during a fork, and the child has no goroutine that would unlock it.
var lock sync.Mutex

// A misbehavingRunner breaks a rule of ForkedRunner, or does not end by returning.
type misbehavingRunner struct {
	how   string
	table map[string]int
	none  *int
	index int
}

var misbehave = startmethods.RegisterForked("misbehave", func(call *startmethods.Call) (startmethods.ForkedRunner, error) {
	how, err := startmethods.Arg[string](call, 0)
	switch how {
	case "refuse":
		return nil, errors.New("the prepare function failed")
	case "panic in prepare":
		panic("the prepare function failed")
	case "nothing":
		return nil, nil
	case "lock":
		lock.Lock()
	}
	return &misbehavingRunner{how: how, table: map[string]int{}, index: 7}, err
})

//go:nosplit
func (m *misbehavingRunner) Run() int {
	switch m.how {
	case "allocate":
		m.table["x"]++
	case "print":
		fmt.Println("la")
	case "lock":
		lock.Lock()
	case "panic":
		panic("the target panicked")
	case "index":
		return int(m.how[m.index])
	case "nil":
		return *m.none
	case "exit":
		raw.Exit(300)
	}
	return 42
}

func init() {
	programs["misbehaving runner"] = func() {
		mainWithMethod(func() {
			p := &startmethods.Process{Target: misbehave, Args: []any{os.Getenv("STARTMETHODS_TEST_END")}}
			mustRun(p)
			code, _ := p.ExitCode()
			fmt.Println(code)
		})
	}
}

func TestForkedExitCodes(t *testing.T) {
	forEachForkingMethod(t, func(t *testing.T, method string) {
		t.Setenv(methodVariable, method)
		const growth = "fatal error: stack growth after fork"
		for _, c := range []struct {
			how    string
			code   int
			stderr []string
		}{
			{"return", 42, nil},
			{"exit", 300 & 0xff, nil},
			{"nothing", 0, nil},
			{"allocate", 2, []string{growth, "(*misbehavingRunner).Run"}},
			{"print", 2, []string{growth, "(*misbehavingRunner).Run"}},
			{"lock", 2, []string{growth, "(*misbehavingRunner).Run"}},
			{"panic", 2, []string{growth, "(*misbehavingRunner).Run"}},
			{"index", 2, []string{growth, "(*misbehavingRunner).Run"}},
			{"nil", -11, nil},
			{"refuse", 1, []string{"Process Process-1:\n", "the prepare function failed"}},
			{"panic in prepare", 1, []string{"Process Process-1:\n", "panic: the prepare function failed", "forked_test.go:"}},
		} {
			t.Run(c.how, func(t *testing.T) {
				t.Setenv("STARTMETHODS_TEST_END", c.how)
				g := NewWithT(t)
				seen := runProgram(t, "misbehaving runner")
				g.Expect(seen.status).To(Equal(0), seen.stderr)
				g.Expect(seen.stdout).To(Equal(fmt.Sprintln(c.code)))
				if c.stderr == nil {
					g.Expect(seen.stderr).To(BeEmpty())
				}
				for _, text := range c.stderr {
					g.Expect(seen.stderr).To(ContainSubstring(text))
				}
			})
		}
	})
}

func init() {
	programs["misbehaving runners under load"] = func() {
		mainWithMethod(func() {
			var done atomic.Bool
			var collector sync.WaitGroup
			collector.Go(func() {
				for !done.Load() {
					runtime.GC()
				}
			})
			codes := map[int]int{}
			for range 200 {
				p := &startmethods.Process{Target: misbehave, Args: []any{"allocate"}}
				mustRun(p)
				code, _ := p.ExitCode()
				codes[code]++
			}
			done.Store(true)
			collector.Wait()
			fmt.Println(codes)
		})
	}
}

// The runtime stops a misbehaving runner by a stack guard. A scheduler that preempts the goroutine overwrites the guard, and
// each garbage collection makes it do so.
func TestMisbehavingRunnerIsStoppedUnderLoad(t *testing.T) {
	if len(forkingMethods()) == 0 {
		t.Skip("fork is not available")
	}
	t.Setenv(methodVariable, "fork")
	g := NewWithT(t)
	seen := runProgram(t, "misbehaving runners under load")
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.stdout).To(Equal("map[2:200]\n"), "all children exited with status 2")
}

func TestNotForkableTarget(t *testing.T) {
	forEachForkingMethod(t, func(t *testing.T, method string) {
		g := NewWithT(t)
		p := &startmethods.Process{Name: "child", Target: sing, Method: method}
		err := p.Start()
		g.Expect(err).To(MatchError(startmethods.ErrNotForkable))
		typed, ok := errors.AsType[*startmethods.NotForkableError](err)
		g.Expect(ok).To(BeTrue())
		g.Expect(*typed).To(Equal(startmethods.NotForkableError{Process: "child", Target: "sing", Method: method}))
		g.Expect(err.Error()).To(And(ContainSubstring("child"), ContainSubstring(method), ContainSubstring(`"sing"`),
			ContainSubstring("RegisterForked"), ContainSubstring("spawn")))
		p.Target = nil
		g.Expect(run(g, p)).To(Equal(0), "Start can be called again after a failure")
	})
}

func TestRegisterForked(t *testing.T) {
	g := NewWithT(t)
	g.Expect(func() { startmethods.RegisterForked("hold", prepareHold) }).To(PanicWith(ContainSubstring(`"hold"`)))
	g.Expect(func() { startmethods.RegisterForked("", prepareHold) }).To(PanicWith(ContainSubstring("name")))
	g.Expect(func() { startmethods.RegisterForked("nil", nil) }).To(PanicWith(ContainSubstring(`"nil"`)))
	g.Expect(func() { hold.WithForked(prepareHold) }).To(PanicWith(ContainSubstring("already")))
	g.Expect(func() { sing.WithForked(nil) }).To(PanicWith(ContainSubstring(`"sing"`)))
}
