package startmethods_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/startmethods"
	"github.com/singdance/singdance/startmethods/raw"
)

// mustRun starts a process and waits for its end. Programs use it.
func mustRun(p *startmethods.Process) {
	must(p.Start())
	must(p.Join(context.Background()))
}

var endHow = startmethods.Register("end", func(call *startmethods.Call) error {
	how, err := startmethods.Arg[string](call, 0)
	if err != nil {
		return err
	}
	switch how {
	case "return":
		return nil
	case "error":
		return errors.New("the target failed")
	case "panic":
		panic("the target panicked")
	case "panic with an error":
		panic(errors.New("the target panicked"))
	case "goexit":
		runtime.Goexit()
	case "exit":
		code, err := startmethods.Arg[int](call, 1)
		if err != nil {
			return err
		}
		startmethods.Exit(code)
	case "exit in another goroutine":
		go startmethods.Exit(7)
		select {}
	case "os.Exit":
		os.Exit(3)
	}
	return fmt.Errorf("no endHow %q", how)
})

func init() {
	programs["end"] = func() {
		mainWithMethod(func() {
			args := []any{os.Getenv("STARTMETHODS_TEST_END")}
			if args[0] == "exit" {
				args = append(args, 42)
			}
			p := &startmethods.Process{Target: endHow, Args: args}
			mustRun(p)
			code, _ := p.ExitCode()
			fmt.Println(code)
		})
	}
}

func TestExitCodes(t *testing.T) {
	for _, c := range []struct {
		how    string
		code   int
		stderr []string
	}{
		{"return", 0, nil},
		{"error", 1, []string{"Process Process-1:\n", "the target failed"}},
		{"panic", 1, []string{"Process Process-1:\n", "panic: the target panicked", "goroutine ", "exit_test.go:"}},
		{"panic with an error", 1, []string{"Process Process-1:\n", "panic: the target panicked"}},
		{"goexit", 1, []string{"Process Process-1:\n", "runtime.Goexit"}},
		{"exit", 42, nil},
		{"exit in another goroutine", 7, nil},
		{"os.Exit", 3, nil},
	} {
		t.Run(c.how, func(t *testing.T) {
			t.Setenv("STARTMETHODS_TEST_END", c.how)
			g := NewWithT(t)
			seen := runProgram(t, "end")
			g.Expect(seen.status).To(Equal(0))
			g.Expect(seen.stdout).To(Equal(fmt.Sprintln(c.code)))
			if c.stderr == nil {
				g.Expect(seen.stderr).To(BeEmpty())
			}
			for _, text := range c.stderr {
				g.Expect(seen.stderr).To(ContainSubstring(text))
			}
		})
	}
}

func init() {
	programs["end in OnExit"] = func() {
		startmethods.OnExit(func(status int) {
			appendLine("ended with", fmt.Sprint(status))
			switch os.Getenv("STARTMETHODS_TEST_END") {
			case "exit":
				startmethods.Exit(9)
			case "panic":
				panic("panic in the exit function")
			case "goexit":
				runtime.Goexit()
			}
		})
		startmethods.Main(func() { startmethods.Exit(5) })
	}
}

func TestOnExitDoesNotChangeStatus(t *testing.T) {
	for how, stderr := range map[string]string{
		"return": "^$", "exit": "^$", "goexit": "^$", "panic": `(?s)^panic: panic in the exit function\n.*exit_test\.go:`,
	} {
		t.Run(how, func(t *testing.T) {
			t.Setenv("STARTMETHODS_TEST_END", how)
			g := NewWithT(t)
			seen := runProgram(t, "end in OnExit")
			g.Expect(seen.status).To(Equal(5))
			g.Expect(seen.stderr).To(MatchRegexp(stderr))
			g.Expect(seen.lines(t, "ended with")).To(Equal([]string{"5"}))
		})
	}
}

func init() {
	programs["late registration"] = func() {
		mainWithMethod(func() {
			late := startmethods.Register("late", func(*startmethods.Call) error { return nil })
			p := &startmethods.Process{Target: late}
			mustRun(p)
			code, _ := p.ExitCode()
			startmethods.Exit(10 + code)
		})
	}
}

func TestTargetRegisteredOnlyInParent(t *testing.T) {
	g := NewWithT(t)
	seen := runProgram(t, "late registration")
	g.Expect(seen.status).To(Equal(11))
	g.Expect(seen.stderr).To(And(HavePrefix("Process Process-1:\n"), ContainSubstring(`target "late" is not registered`)))
}

var noteName = startmethods.Register("note name", func(*startmethods.Call) error {
	appendLine("ran", startmethods.CurrentProcess().Name)
	return nil
}).WithForked(prepareNoteName)

var noteGrandchild = startmethods.Register("note grandchild", func(*startmethods.Call) error {
	must((&startmethods.Process{Target: hold, Daemon: true}).Start())
	must((&startmethods.Process{Target: noteName}).Start())
	return nil
})

// These programs exit while a daemon runs forever. The daemon must be terminated, and the other children waited for.
func init() {
	program := func(second *startmethods.Target, ending func()) func() {
		return func() {
			mainWithMethod(func() {
				daemon := &startmethods.Process{Target: hold, Daemon: true, Name: "daemon"}
				must((&startmethods.Process{Target: noteName, Name: "first"}).Start())
				must(daemon.Start())
				must((&startmethods.Process{Target: second, Name: "second"}).Start())
				ending()
			})
		}
	}
	for name, ending := range map[string]func(){
		"return": func() {},
		"exit":   func() { startmethods.Exit(7) },
		"exit everywhere": func() {
			for range 10 {
				go startmethods.Exit(7)
			}
			startmethods.Exit(7)
		},
		"panic":  func() { panic("the main function panicked") },
		"goexit": runtime.Goexit,
	} {
		programs[name] = program(noteGrandchild, ending)
		programs["forked "+name] = program(noteName, ending)
	}
}

// prepareNoteName returns what noteName is for forked children.
func prepareNoteName(call *startmethods.Call) (startmethods.ForkedRunner, error) {
	path := filepath.Join(os.Getenv(folderVariable), "ran")
	return &forkedNote{raw.NewPath(path), []byte(call.Process().Name + "\n")}, nil
}

type forkedNote struct {
	path raw.Path
	text []byte
}

//go:nosplit
//go:norace
func (n *forkedNote) Run() int {
	fd, errno := raw.OpenAppend(n.path)
	if errno == 0 {
		_, errno = raw.Write(fd, n.text)
	}
	return int(errno)
}

// Forked children have no children.
func TestExitWithForkedChildren(t *testing.T) {
	forEachForkingMethod(t, func(t *testing.T, method string) {
		t.Setenv(methodVariable, method)
		for program, status := range map[string]int{
			"forked return": 0, "forked exit": 7, "forked exit everywhere": 7, "forked panic": 1, "forked goexit": 1,
		} {
			g := NewWithT(t)
			seen := runProgram(t, program)
			g.Expect(seen.status).To(Equal(status), seen.stderr)
			g.Expect(seen.lines(t, "ran")).To(ConsistOf("first", "second"))
		}
		g := NewWithT(t)
		seen := runProgram(t, "order")
		g.Expect(seen.status).To(Equal(0), seen.stderr)
		g.Expect(seen.lines(t, "daemon")).To(Equal([]string{"true"}))
		g.Expect(seen.lines(t, "late")).To(Equal([]string{"true"}))
		g.Expect(seen.lines(t, "ran")).To(Equal([]string{"waiter"}))
	})
}

func TestExitOfMainProcess(t *testing.T) {
	for _, c := range []struct {
		program string
		status  int
		stderr  string
	}{
		{"return", 0, "^$"},
		{"exit", 7, "^$"},
		{"exit everywhere", 7, "^$"},
		{"panic", 1, `(?s)^panic: the main function panicked\n\n.*goroutine .*exit_test.go:`},
		{"goexit", 1, "runtime.Goexit"},
	} {
		t.Run(c.program, func(t *testing.T) {
			t.Parallel()
			g := NewWithT(t)
			seen := runProgram(t, c.program)
			g.Expect(seen.status).To(Equal(c.status))
			g.Expect(seen.stderr).To(MatchRegexp(c.stderr))
			g.Expect(seen.lines(t, "ran")).To(ConsistOf("first", MatchRegexp(`^Process-3:2$`)))
		})
	}
}

// In this program, a child ends only after the daemon has been terminated.
func init() {
	programs["order"] = func() {
		mainWithMethod(func() {
			daemon := &startmethods.Process{Target: hold, Daemon: true}
			must(daemon.Start())
			waiter := &startmethods.Process{Target: noteName, Name: "waiter"}
			must(waiter.Start())
			go func() {
				<-daemon.Sentinel()
				code, _ := daemon.ExitCode()
				appendLine("daemon", fmt.Sprint(code < 0))
				// The main process is exiting, and cannot start another child.
				err := (&startmethods.Process{Name: "late"}).Start()
				appendLine("late", fmt.Sprint(errors.Is(err, startmethods.ErrEnding)))
				must(keeper.Kill())
			}()
			must(keeper.Start())
		})
	}
}

// keeper keeps its program running until it is killed.
var keeper = &startmethods.Process{Target: hold, Name: "keeper"}

func TestDaemonsAreTerminatedBeforeOthersAreJoined(t *testing.T) {
	g := NewWithT(t)
	seen := runProgram(t, "order")
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.lines(t, "daemon")).To(Equal([]string{"true"}))
	g.Expect(seen.lines(t, "late")).To(Equal([]string{"true"}))
	g.Expect(seen.lines(t, "ran")).To(Equal([]string{"waiter"}))
}

var haveChild = startmethods.Register("have a child", func(*startmethods.Call) error {
	err := (&startmethods.Process{Target: noteName, Name: "grandchild"}).Start()
	appendLine("error", err.Error())
	appendLine("condition", fmt.Sprint(errors.Is(err, startmethods.ErrDaemon)))
	return nil
})

func init() {
	programs["daemon with a child"] = func() {
		mainWithMethod(func() {
			mustRun(&startmethods.Process{Target: haveChild, Name: "daemon", Daemon: true})
		})
	}
}

func TestDaemonCannotHaveChildren(t *testing.T) {
	g := NewWithT(t)
	seen := runProgram(t, "daemon with a child")
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.lines(t, "condition")).To(Equal([]string{"true"}))
	g.Expect(seen.lines(t, "error")).To(ConsistOf(And(ContainSubstring("grandchild"), ContainSubstring("daemon"))))
	g.Expect(seen.lines(t, "ran")).To(BeEmpty())
}
