package startmethods_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/startmethods"
)

// startThree starts three children, and notes what becomes of them.
func startThree() {
	for range 3 {
		p := &startmethods.Process{Target: noteName, Method: "spawn"}
		must(p.Start())
		err := p.Join(context.Background())
		note("bootstrapping", fmt.Sprint(errors.Is(err, startmethods.ErrBootstrapping)))
		code, _ := p.ExitCode()
		note("code", fmt.Sprint(code))
	}
}

func init() {
	// A program that has no main guard at all.
	programs["no guard"] = func() {
		note("body", "main")
		startmethods.OnBootstrapping = func(err error) {
			note("told", fmt.Sprint(errors.Is(err, startmethods.ErrBootstrapping)))
		}
		startThree()
	}
	// One that ignores errors, in a goroutine of its own, and would come to its guard afterwards.
	programs["start before the guard"] = func() {
		note("body", "main")
		startThree()
		mainWithMethod(func() {})
	}
	// One that returns before its guard, so that Go ends it with status 0.
	programs["return before the guard"] = func() {
		note("body", "main")
		if startmethods.Bootstrapping() {
			return
		}
		mainWithMethod(startThree)
	}
	programs["os.Exit before the guard"] = func() {
		if startmethods.Bootstrapping() {
			os.Exit(5)
		}
		mainWithMethod(startThree)
	}
	programs["exit before the guard"] = func() {
		note("body", "main")
		startmethods.OnBootstrapping = func(err error) {
			note("told", fmt.Sprint(errors.Is(err, startmethods.ErrBootstrapping)))
			startmethods.Exit(0)
		}
		if startmethods.Bootstrapping() {
			startmethods.Exit(0)
		}
		mainWithMethod(startThree)
	}
	programs["a guard"] = func() {
		note("body", "main")
		note("bootstrapping before", fmt.Sprint(startmethods.Bootstrapping()))
		mainWithMethod(func() {
			note("bootstrapping after", fmt.Sprint(startmethods.Bootstrapping()))
			startThree()
		})
	}
}

func TestTheMissingMainGuard(t *testing.T) {
	three := func(text string) []string { return []string{text, text, text} }
	for _, c := range []struct {
		program                         string
		status                          int
		stderr                          string
		body, told, bootstrapping, code []string
	}{
		{
			"no guard", 0, "Process-1 was about to start Process-1:1",
			[]string{"main", "main", "main", "main"},
			three("true"), three("false"), three("1"),
		},
		{
			"start before the guard", 0, "Process-1 was about to start Process-1:1",
			[]string{"main", "main", "main", "main"},
			nil, three("false"), three("1"),
		},
		{"return before the guard", 0, "", []string{"main", "main", "main", "main"}, nil, three("true"), three("1")},
		{"os.Exit before the guard", 0, "", nil, nil, three("false"), three("5")},
		{
			"exit before the guard", 0, "Process-1 ended in its bootstrapping phase, before its target could run",
			[]string{"main", "main", "main", "main"},
			three("true"), three("false"), three("1"),
		},
	} {
		t.Run(c.program, func(t *testing.T) {
			t.Parallel()
			g := NewWithT(t)
			seen := performed(t, c.program)
			g.Expect(seen.status).To(Equal(c.status), seen.stderr)
			g.Expect(seen.notes(t, "body")).To(Equal(c.body), "each process runs main once, and there are no more")
			g.Expect(seen.notes(t, "ran")).To(BeEmpty(), "no target runs")
			g.Expect(seen.notes(t, "told")).To(Equal(c.told))
			g.Expect(seen.notes(t, "bootstrapping")).To(Equal(c.bootstrapping))
			g.Expect(seen.notes(t, "code")).To(Equal(c.code))
			if c.stderr != "" {
				g.Expect(seen.stderr).To(And(ContainSubstring(c.stderr), ContainSubstring("startmethods.Main(run)"),
					HavePrefix("Process Process-1:\n")))
			}
		})
	}
}

func TestTheMainGuard(t *testing.T) {
	g := NewWithT(t)
	seen := performed(t, "a guard")
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.stderr).To(BeEmpty())
	g.Expect(seen.notes(t, "body")).To(HaveLen(4))
	g.Expect(seen.notes(t, "bootstrapping before")).To(Equal([]string{"false", "true", "true", "true"}))
	g.Expect(seen.notes(t, "bootstrapping after")).To(Equal([]string{"false"}))
	g.Expect(seen.notes(t, "ran")).To(Equal([]string{"Process-1", "Process-2", "Process-3"}))
	g.Expect(seen.notes(t, "code")).To(Equal([]string{"0", "0", "0"}))
}

// A child that is killed before it has read its arguments, which are more than any pipe holds.
func init() {
	programs["deaf"] = func() {
		if startmethods.Bootstrapping() {
			note("deaf", startmethods.CurrentProcess().Name)
			holdStill()
		}
		mainWithMethod(func() {
			for _, end := range []func(*startmethods.Process) error{
				(*startmethods.Process).Kill, (*startmethods.Process).Terminate,
			} {
				p := &startmethods.Process{Target: noteName, Args: []any{bytes.Repeat([]byte("la"), 5<<20)}}
				must(p.Start())
				must(end(p))
				must(p.Join(context.Background()))
				code, _ := p.ExitCode()
				note("code", fmt.Sprint(code < 0))
			}
		})
	}
	// The same with a child that ends by itself.
	programs["bored"] = func() {
		if startmethods.Bootstrapping() {
			os.Exit(4)
		}
		mainWithMethod(func() {
			p := &startmethods.Process{Target: noteName, Args: []any{bytes.Repeat([]byte("la"), 5<<20)}}
			joined(p)
			code, _ := p.ExitCode()
			note("code", fmt.Sprint(code))
		})
	}
}

func TestAChildThatDoesNotReadItsArguments(t *testing.T) {
	g := NewWithT(t)
	seen := performed(t, "deaf")
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.notes(t, "code")).To(Equal([]string{"true", "true"}))
	g.Expect(seen.notes(t, "ran")).To(BeEmpty())

	seen = performed(t, "bored")
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.notes(t, "code")).To(Equal([]string{"4"}))
}

// A parent that ends before its child has read its arguments.
func init() {
	programs["orphan"] = func() {
		if startmethods.Bootstrapping() {
			for startmethods.ParentProcess().IsAlive() {
				awaitTurn()
			}
		}
		mainWithMethod(func() {
			must((&startmethods.Process{Target: noteName, Args: []any{bytes.Repeat([]byte("la"), 5<<20)}}).Start())
			os.Exit(0)
		})
	}
}

func TestAnOrphanWithoutItsArguments(t *testing.T) {
	g := NewWithT(t)
	seen := performed(t, "orphan")
	g.Expect(seen.status).To(Equal(0))
	g.Expect(seen.stderr).To(And(
		ContainSubstring("Process-1 cannot decode its arguments"), ContainSubstring("Its parent has ended")))
	g.Expect(seen.notes(t, "ran")).To(BeEmpty())
}

func init() {
	// A process that somebody claims to be a child, and that nobody has spawned.
	programs["impostor"] = func() { mainWithMethod(func() { note("ran", "main") }) }
}

func TestAProcessThatIsNoChild(t *testing.T) {
	for _, announced := range []string{"", "nonsense", "4000000,4000001", "1", "1,2,3,4"} {
		g := NewWithT(t)
		seen := performed(t, "impostor", func(command *exec.Cmd) {
			command.Env = append(command.Env, "SINGDANCE_STARTMETHODS_SPAWN="+announced)
		})
		g.Expect(seen.status).To(Equal(1))
		g.Expect(seen.stderr).To(ContainSubstring("SINGDANCE_STARTMETHODS_SPAWN"))
		g.Expect(seen.notes(t, "ran")).To(BeEmpty())
	}
}
