package startmethods_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/startmethods"
)

// yield lets other goroutines run. Loops that wait for a condition call it.
func yield() { runtime.Gosched() }

// recordFamily records this process and its parent, and starts descendants.
func recordFamily(levels int) {
	me, parent := startmethods.CurrentProcess(), startmethods.ParentProcess()
	above := "none"
	if parent != nil {
		above = fmt.Sprint(parent.Name, " ", parent.PID() == os.Getppid(), " ", parent.IsAlive())
	}
	method, _ := startmethods.FixedMethod()
	appendLine("who", fmt.Sprint(me.Name, " ", me.PID() == os.Getpid(), " ", me.Daemon, " ", method, " below ", above))
	if parent != nil {
		must(expectForeign(parent))
	}
	if levels == 0 {
		return
	}
	for i := range 2 {
		mustRun(&startmethods.Process{Target: who, Args: []any{levels - 1}, Daemon: levels == 1 && i == 1})
	}
	mustRun(&startmethods.Process{Target: who, Args: []any{0}, Name: fmt.Sprint("named in ", me.Name)})
	mustRun(&startmethods.Process{Target: who, Args: []any{0}})
}

var who *startmethods.Target

func expectForeign(p *startmethods.Process) error {
	for _, err := range []error{p.Start(), p.Join(context.Background()), p.Terminate(), p.Kill(), p.Close()} {
		if typed, ok := errors.AsType[*startmethods.ProcessError](err); !ok || !errors.Is(typed.Err, startmethods.ErrNotChild) {
			return fmt.Errorf("not the error for a foreign process: %w", err)
		}
	}
	return nil
}

func init() {
	who = startmethods.Register("who", func(call *startmethods.Call) error {
		levels, err := startmethods.Arg[int](call, 0)
		if err != nil {
			return err
		}
		recordFamily(levels)
		return nil
	})
	programs["who"] = func() {
		mainWithMethod(func() { recordFamily(2) })
	}
}

func TestNamesAndParents(t *testing.T) {
	g := NewWithT(t)
	seen := runProgram(t, "who")
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.lines(t, "who")).To(Equal([]string{
		"MainProcess true false spawn below none",
		"Process-1 true false spawn below MainProcess true true",
		"Process-1:1 true false spawn below Process-1 true true",
		"Process-1:2 true true spawn below Process-1 true true",
		"named in Process-1 true false spawn below Process-1 true true",
		"Process-1:4 true false spawn below Process-1 true true",
		"Process-2 true false spawn below MainProcess true true",
		"Process-2:1 true false spawn below Process-2 true true",
		"Process-2:2 true true spawn below Process-2 true true",
		"named in Process-2 true false spawn below Process-2 true true",
		"Process-2:4 true false spawn below Process-2 true true",
		"named in MainProcess true false spawn below MainProcess true true",
		"Process-4 true false spawn below MainProcess true true",
	}))
}

var lookAround = startmethods.Register("look around", func(*startmethods.Call) error {
	input, err := io.ReadAll(os.Stdin)
	appendLine("stdin", fmt.Sprintf("%q %v", input, err))
	stdin, err := os.Stdin.Stat()
	must(err)
	appendLine("device", fmt.Sprint(stdin.Mode()&os.ModeDevice != 0))
	folder, err := os.Getwd()
	must(err)
	appendLine("working folder", folder)
	fmt.Println("on stdout")
	fmt.Fprintln(os.Stderr, "on stderr")
	appendLine("setting", fmt.Sprint(startmethods.SetMethod("spawn")))
	return nil
})

func init() {
	programs["look around"] = func() {
		mainWithMethod(func() { mustRun(&startmethods.Process{Target: lookAround}) })
	}
}

func TestSpawnedChildEnvironment(t *testing.T) {
	g := NewWithT(t)
	folder := t.TempDir()
	input, err := os.Open(os.Args[0])
	g.Expect(err).NotTo(HaveOccurred())
	defer input.Close()
	seen := runProgram(t, "look around", func(command *exec.Cmd) {
		command.Dir = folder
		command.Stdin = input
	})
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.lines(t, "stdin")).To(Equal([]string{`"" <nil>`}))
	g.Expect(seen.lines(t, "device")).To(Equal([]string{"true"}))
	g.Expect(seen.stdout).To(Equal("on stdout\n"))
	g.Expect(seen.stderr).To(Equal("on stderr\n"))
	g.Expect(seen.lines(t, "setting")).To(ConsistOf(ContainSubstring(`already fixed to "spawn"`)))
	found := seen.lines(t, "working folder")
	g.Expect(found).To(HaveLen(1))
	its, err := os.Stat(found[0])
	g.Expect(err).NotTo(HaveOccurred())
	expected, err := os.Stat(folder)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(os.SameFile(its, expected)).To(BeTrue())
}
