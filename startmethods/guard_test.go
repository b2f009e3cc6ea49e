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

// startThree starts three children, and records how they end.
func startThree() {
	for range 3 {
		p := &startmethods.Process{Target: noteName, Method: "spawn"}
		must(p.Start())
		err := p.Join(context.Background())
		appendLine("bootstrapping", fmt.Sprint(errors.Is(err, startmethods.ErrMissingGuard)))
		code, _ := p.ExitCode()
		appendLine("code", fmt.Sprint(code))
	}
}

func init() {
	// This program has no main guard.
	programs["no guard"] = func() {
		appendLine("body", "main")
		startmethods.OnMissingGuard(func(err error) {
			appendLine("reported", fmt.Sprint(errors.Is(err, startmethods.ErrMissingGuard)))
		})
		startThree()
	}
	// This program starts children before its guard.
	programs["start before the guard"] = func() {
		appendLine("body", "main")
		startThree()
		mainWithMethod(func() {})
	}
	// In a child, this program returns before its guard, so that Go exits with status 0.
	programs["return before the guard"] = func() {
		appendLine("body", "main")
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
		appendLine("body", "main")
		startmethods.OnMissingGuard(func(err error) {
			appendLine("reported", fmt.Sprint(errors.Is(err, startmethods.ErrMissingGuard)))
			startmethods.Exit(0)
		})
		if startmethods.Bootstrapping() {
			startmethods.Exit(0)
		}
		mainWithMethod(startThree)
	}
	programs["a guard"] = func() {
		appendLine("body", "main")
		appendLine("bootstrapping before", fmt.Sprint(startmethods.Bootstrapping()))
		mainWithMethod(func() {
			appendLine("bootstrapping after", fmt.Sprint(startmethods.Bootstrapping()))
			startThree()
		})
	}
}

func TestMissingGuard(t *testing.T) {
	three := func(text string) []string { return []string{text, text, text} }
	for _, c := range []struct {
		program                             string
		status                              int
		stderr                              string
		body, reported, bootstrapping, code []string
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
			seen := runProgram(t, c.program)
			g.Expect(seen.status).To(Equal(c.status), seen.stderr)
			g.Expect(seen.lines(t, "body")).To(Equal(c.body), "the main process and three children run main once")
			g.Expect(seen.lines(t, "ran")).To(BeEmpty(), "no target runs")
			g.Expect(seen.lines(t, "reported")).To(Equal(c.reported))
			g.Expect(seen.lines(t, "bootstrapping")).To(Equal(c.bootstrapping))
			g.Expect(seen.lines(t, "code")).To(Equal(c.code))
			if c.stderr != "" {
				g.Expect(seen.stderr).To(And(ContainSubstring(c.stderr), ContainSubstring("startmethods.Main(run)"),
					HavePrefix("Process Process-1:\n")))
			}
		})
	}
}

func TestGuard(t *testing.T) {
	g := NewWithT(t)
	seen := runProgram(t, "a guard")
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.stderr).To(BeEmpty())
	g.Expect(seen.lines(t, "body")).To(HaveLen(4))
	g.Expect(seen.lines(t, "bootstrapping before")).To(Equal([]string{"false", "true", "true", "true"}))
	g.Expect(seen.lines(t, "bootstrapping after")).To(Equal([]string{"false"}))
	g.Expect(seen.lines(t, "ran")).To(Equal([]string{"Process-1", "Process-2", "Process-3"}))
	g.Expect(seen.lines(t, "code")).To(Equal([]string{"0", "0", "0"}))
}

// In this program, a child is killed before it has read its arguments, which do not fit into a pipe.
func init() {
	programs["unread arguments"] = func() {
		if startmethods.Bootstrapping() {
			appendLine("unread arguments", startmethods.CurrentProcess().Name)
			sleepForever()
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
				appendLine("code", fmt.Sprint(code < 0))
			}
		})
	}
	// Here the child exits itself.
	programs["exit without reading"] = func() {
		if startmethods.Bootstrapping() {
			os.Exit(4)
		}
		mainWithMethod(func() {
			p := &startmethods.Process{Target: noteName, Args: []any{bytes.Repeat([]byte("la"), 5<<20)}}
			mustRun(p)
			code, _ := p.ExitCode()
			appendLine("code", fmt.Sprint(code))
		})
	}
}

func TestChildDoesNotReadArguments(t *testing.T) {
	g := NewWithT(t)
	seen := runProgram(t, "unread arguments")
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.lines(t, "code")).To(Equal([]string{"true", "true"}))
	g.Expect(seen.lines(t, "ran")).To(BeEmpty())

	seen = runProgram(t, "exit without reading")
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.lines(t, "code")).To(Equal([]string{"4"}))
}

// In this program, the parent exits before its child has read its arguments.
func init() {
	programs["orphan"] = func() {
		if startmethods.Bootstrapping() {
			for startmethods.ParentProcess().IsAlive() {
				yield()
			}
		}
		mainWithMethod(func() {
			must((&startmethods.Process{Target: noteName, Args: []any{bytes.Repeat([]byte("la"), 5<<20)}}).Start())
			os.Exit(0)
		})
	}
}

func TestParentEndsBeforeChildReadsArguments(t *testing.T) {
	g := NewWithT(t)
	seen := runProgram(t, "orphan")
	g.Expect(seen.status).To(Equal(0))
	g.Expect(seen.stderr).To(And(
		ContainSubstring("Process-1 cannot decode its arguments"), ContainSubstring("Its parent has ended")))
	g.Expect(seen.lines(t, "ran")).To(BeEmpty())
}

func init() {
	// This program is run with the variable that marks a spawned child.
	programs["not spawned"] = func() { mainWithMethod(func() { appendLine("ran", "main") }) }
}

func TestSpawnVariableWithoutParent(t *testing.T) {
	for _, announced := range []string{"", "nonsense", "4000000,4000001", "1", "1,2,3,4"} {
		g := NewWithT(t)
		seen := runProgram(t, "not spawned", func(command *exec.Cmd) {
			command.Env = append(command.Env, "SINGDANCE_STARTMETHODS_SPAWN="+announced)
		})
		g.Expect(seen.status).To(Equal(1))
		g.Expect(seen.stderr).To(ContainSubstring("SINGDANCE_STARTMETHODS_SPAWN"))
		g.Expect(seen.lines(t, "ran")).To(BeEmpty())
	}
}
