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

// joined starts a process in a program, and waits for its end.
func joined(p *startmethods.Process) {
	must(p.Start())
	must(p.Join(context.Background()))
}

var finale = startmethods.Register("finale", func(call *startmethods.Call) error {
	how, err := startmethods.Arg[string](call, 0)
	if err != nil {
		return err
	}
	switch how {
	case "return":
		return nil
	case "error":
		return errors.New("out of tune")
	case "panic":
		panic("fell off the stage")
	case "panic with an error":
		panic(errors.New("fell off the stage"))
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
	return fmt.Errorf("no finale %q", how)
})

func init() {
	programs["finale"] = func() {
		mainWithMethod(func() {
			args := []any{os.Getenv("STARTMETHODS_TEST_FINALE")}
			if args[0] == "exit" {
				args = append(args, 42)
			}
			p := &startmethods.Process{Target: finale, Args: args}
			joined(p)
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
		{"error", 1, []string{"Process Process-1:\n", "out of tune"}},
		{"panic", 1, []string{"Process Process-1:\n", "panic: fell off the stage", "goroutine ", "exit_test.go:"}},
		{"panic with an error", 1, []string{"Process Process-1:\n", "panic: fell off the stage"}},
		{"goexit", 1, []string{"Process Process-1:\n", "runtime.Goexit"}},
		{"exit", 42, nil},
		{"exit in another goroutine", 7, nil},
		{"os.Exit", 3, nil},
	} {
		t.Run(c.how, func(t *testing.T) {
			t.Setenv("STARTMETHODS_TEST_FINALE", c.how)
			g := NewWithT(t)
			seen := performed(t, "finale")
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
	programs["end in OnEnd"] = func() {
		startmethods.OnEnd = func(status int) {
			note("ended with", fmt.Sprint(status))
			switch os.Getenv("STARTMETHODS_TEST_FINALE") {
			case "exit":
				startmethods.Exit(9)
			case "panic":
				panic("too late")
			case "goexit":
				runtime.Goexit()
			}
		}
		startmethods.Main(func() { startmethods.Exit(5) })
	}
}

func TestOnEndChangesNoStatus(t *testing.T) {
	for how, stderr := range map[string]string{
		"return": "^$", "exit": "^$", "goexit": "^$", "panic": `(?s)^panic: too late\n.*exit_test\.go:`,
	} {
		t.Run(how, func(t *testing.T) {
			t.Setenv("STARTMETHODS_TEST_FINALE", how)
			g := NewWithT(t)
			seen := performed(t, "end in OnEnd")
			g.Expect(seen.status).To(Equal(5))
			g.Expect(seen.stderr).To(MatchRegexp(stderr))
			g.Expect(seen.notes(t, "ended with")).To(Equal([]string{"5"}))
		})
	}
}

func init() {
	programs["late registration"] = func() {
		mainWithMethod(func() {
			late := startmethods.Register("late", func(*startmethods.Call) error { return nil })
			p := &startmethods.Process{Target: late}
			joined(p)
			code, _ := p.ExitCode()
			startmethods.Exit(10 + code)
		})
	}
}

func TestATargetThatOnlyTheParentKnows(t *testing.T) {
	g := NewWithT(t)
	seen := performed(t, "late registration")
	g.Expect(seen.status).To(Equal(11))
	g.Expect(seen.stderr).To(And(HavePrefix("Process Process-1:\n"), ContainSubstring(`target "late" is not registered`)))
}

var noteName = startmethods.Register("note name", func(*startmethods.Call) error {
	note("ran", startmethods.CurrentProcess().Name)
	return nil
}).Forked(prepareNoteName)

var noteGrandchild = startmethods.Register("note grandchild", func(*startmethods.Call) error {
	must((&startmethods.Process{Target: hold, Daemon: true}).Start())
	must((&startmethods.Process{Target: noteName}).Start())
	return nil
})

// The end of each of these programs terminates a daemon, which would never end, and waits for the rest.
func init() {
	cast := func(second *startmethods.Target, ending func()) func() {
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
		"panic":  func() { panic("the stage is on fire") },
		"goexit": runtime.Goexit,
	} {
		programs[name] = cast(noteGrandchild, ending)
		programs["forked "+name] = cast(noteName, ending)
	}
}

// forkedNote is noteName for forked children.
func prepareNoteName(call *startmethods.Call) (startmethods.Prepared, error) {
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
	fd, errno := raw.Append(n.path)
	if errno == 0 {
		_, errno = raw.Write(fd, n.text)
	}
	return int(errno)
}

// The same with children that can have none.
func TestTheEndOfAProcessWithForkedChildren(t *testing.T) {
	eachForking(t, func(t *testing.T, method string) {
		t.Setenv(methodVariable, method)
		for program, status := range map[string]int{
			"forked return": 0, "forked exit": 7, "forked exit everywhere": 7, "forked panic": 1, "forked goexit": 1,
		} {
			g := NewWithT(t)
			seen := performed(t, program)
			g.Expect(seen.status).To(Equal(status), seen.stderr)
			g.Expect(seen.notes(t, "ran")).To(ConsistOf("first", "second"))
		}
		g := NewWithT(t)
		seen := performed(t, "order")
		g.Expect(seen.status).To(Equal(0), seen.stderr)
		g.Expect(seen.notes(t, "daemon")).To(Equal([]string{"true"}))
		g.Expect(seen.notes(t, "late")).To(Equal([]string{"true"}))
		g.Expect(seen.notes(t, "ran")).To(Equal([]string{"waiter"}))
	})
}

func TestTheEndOfTheMainProcess(t *testing.T) {
	for _, c := range []struct {
		program string
		status  int
		stderr  string
	}{
		{"return", 0, "^$"},
		{"exit", 7, "^$"},
		{"exit everywhere", 7, "^$"},
		{"panic", 1, `(?s)^panic: the stage is on fire\n\n.*goroutine .*exit_test.go:`},
		{"goexit", 1, "runtime.Goexit"},
	} {
		t.Run(c.program, func(t *testing.T) {
			t.Parallel()
			g := NewWithT(t)
			seen := performed(t, c.program)
			g.Expect(seen.status).To(Equal(c.status))
			g.Expect(seen.stderr).To(MatchRegexp(c.stderr))
			g.Expect(seen.notes(t, "ran")).To(ConsistOf("first", MatchRegexp(`^Process-3:2$`)))
		})
	}
}

// A daemon is terminated before anyone is waited for: here a child waits for the daemon's end.
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
				note("daemon", fmt.Sprint(code < 0))
				// Nothing can be started any more.
				err := (&startmethods.Process{Name: "late"}).Start()
				note("late", fmt.Sprint(errors.Is(err, startmethods.ErrEnding)))
				must(keeper.Kill())
			}()
			must(keeper.Start())
		})
	}
}

// keeper keeps its program from ending until it is killed.
var keeper = &startmethods.Process{Target: hold, Name: "keeper"}

func TestDaemonsAreTerminatedBeforeTheOthersAreJoined(t *testing.T) {
	g := NewWithT(t)
	seen := performed(t, "order")
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.notes(t, "daemon")).To(Equal([]string{"true"}))
	g.Expect(seen.notes(t, "late")).To(Equal([]string{"true"}))
	g.Expect(seen.notes(t, "ran")).To(Equal([]string{"waiter"}))
}

var haveChild = startmethods.Register("have a child", func(*startmethods.Call) error {
	err := (&startmethods.Process{Target: noteName, Name: "grandchild"}).Start()
	note("error", err.Error())
	note("condition", fmt.Sprint(errors.Is(err, startmethods.ErrDaemon)))
	return nil
})

func init() {
	programs["daemon with a child"] = func() {
		mainWithMethod(func() {
			joined(&startmethods.Process{Target: haveChild, Name: "daemon", Daemon: true})
		})
	}
}

func TestADaemonMayNotHaveChildren(t *testing.T) {
	g := NewWithT(t)
	seen := performed(t, "daemon with a child")
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.notes(t, "condition")).To(Equal([]string{"true"}))
	g.Expect(seen.notes(t, "error")).To(ConsistOf(And(ContainSubstring("grandchild"), ContainSubstring("daemon"))))
	g.Expect(seen.notes(t, "ran")).To(BeEmpty())
}
