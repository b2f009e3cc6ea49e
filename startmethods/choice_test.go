package startmethods_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/startmethods"
)

// writeMethod is a target that forked children cannot run. It writes how it was started, and what its default is.
var writeMethod = startmethods.Register("write method", func(call *startmethods.Call) error {
	path, err := startmethods.Arg[string](call, 0)
	if err != nil {
		return err
	}
	return writeMethods(path)
})

func writeMethods(path string) error {
	fixed, _ := startmethods.FixedMethod()
	return writeJSON(path, []string{startmethods.CurrentProcess().Method, fixed})
}

// startWriteMethod is a target whose child starts a grandchild. Neither process chooses a method.
var startWriteMethod = startmethods.Register("start write method", func(call *startmethods.Call) error {
	path, err := startmethods.Arg[string](call, 0)
	if err != nil {
		return err
	}
	mustRun(&startmethods.Process{Target: writeMethod, Args: []any{path + ".grandchild"}})
	return writeMethods(path)
})

func TestStartChoosesMethodThatCanRunTarget(t *testing.T) {
	g := NewWithT(t)
	unfixMethod(t)
	for _, target := range []*startmethods.Target{writeMethod, startWriteMethod} {
		path := filepath.Join(t.TempDir(), "child")
		g.Expect(run(g, &startmethods.Process{Target: target, Args: []any{path}})).To(Equal(0))
		g.Expect(readJSON[[]string](g, path)).To(Equal([]string{startmethods.Spawn, startmethods.Spawn}))
		if target == startWriteMethod {
			g.Expect(readJSON[[]string](g, path+".grandchild")).To(Equal([]string{startmethods.Spawn, startmethods.Spawn}))
		}
	}
}

func TestChoiceDoesNotFixMethod(t *testing.T) {
	if startmethods.Methods()[0] == startmethods.Spawn {
		t.Skip("the default can run every target here")
	}
	g := NewWithT(t)
	unfixMethod(t)
	path := filepath.Join(t.TempDir(), "child")
	automatic := func() *startmethods.Process {
		return &startmethods.Process{Target: writeMethod, Args: []any{path}}
	}
	g.Expect(run(g, automatic())).To(Equal(0))
	_, ok := startmethods.FixedMethod()
	g.Expect(ok).To(BeFalse(), "the start has not used the default")

	// A target that can be forked is forked, and fixes the default.
	recorded := filepath.Join(t.TempDir(), "seen")
	g.Expect(run(g, &startmethods.Process{Target: recordIdentity, Args: []any{recorded}})).To(Equal(0))
	g.Expect(readJSON[[]any](g, recorded)[0]).To(ContainSubstring(" fork "))
	fixed, ok := startmethods.FixedMethod()
	g.Expect(ok).To(BeTrue())
	g.Expect(fixed).To(Equal(startmethods.Fork))

	// A default that was fixed by its use, by Method or by NewContext("") was not chosen by name.
	g.Expect(run(g, automatic())).To(Equal(0))
	g.Expect(readJSON[[]string](g, path)).To(Equal([]string{startmethods.Spawn, startmethods.Spawn}))
	g.Expect(startmethods.Method()).To(Equal(startmethods.Fork))
	standard, err := startmethods.NewContext("")
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(standard.Method()).To(Equal(startmethods.Fork))
	g.Expect(run(g, standard.Process(writeMethod, path))).To(Equal(0))
	g.Expect(run(g, automatic())).To(Equal(0))
	g.Expect(startmethods.Method()).To(Equal(startmethods.Fork))
}

func TestMethodChosenByNameIsStrict(t *testing.T) {
	forEachForkingMethod(t, func(t *testing.T, method string) {
		g := NewWithT(t)
		refused := func(p *startmethods.Process) {
			err := p.Start()
			g.Expect(err).To(MatchError(startmethods.ErrNotForkable))
			g.Expect(err).To(MatchError(And(ContainSubstring(fmt.Sprintf("start method %q", method)),
				ContainSubstring("WithForked"), ContainSubstring(`use start method "spawn"`))))
			g.Expect(p.PID()).To(BeZero())
		}
		unfixMethod(t)
		refused(&startmethods.Process{Target: writeMethod, Method: method})
		context, err := startmethods.NewContext(method)
		g.Expect(err).NotTo(HaveOccurred())
		refused(context.Process(writeMethod))
		_, ok := startmethods.FixedMethod()
		g.Expect(ok).To(BeFalse())

		g.Expect(startmethods.SetMethod(method)).To(Succeed())
		refused(&startmethods.Process{Target: writeMethod})
		standard, err := startmethods.NewContext("")
		g.Expect(err).NotTo(HaveOccurred())
		refused(standard.Process(writeMethod))

		g.Expect(startmethods.ForceMethod("")).To(Succeed())
		g.Expect(startmethods.ForceMethod(method)).To(Succeed())
		refused(&startmethods.Process{Target: writeMethod})

		// Without a choice, the same process is started.
		g.Expect(startmethods.ForceMethod("")).To(Succeed())
		path := filepath.Join(t.TempDir(), "child")
		g.Expect(run(g, &startmethods.Process{Target: writeMethod, Args: []any{path}})).To(Equal(0))
	})
}

func TestFieldsThatForkedChildrenDoNotSupport(t *testing.T) {
	forEachForkingMethod(t, func(t *testing.T, method string) {
		for field, set := range map[string]func(*startmethods.Process){
			"Env":    func(p *startmethods.Process) { p.Env = []string{} },
			"Dir":    func(p *startmethods.Process) { p.Dir = t.TempDir() },
			"Stdin":  func(p *startmethods.Process) { p.Stdin = os.Stdin },
			"Stdout": func(p *startmethods.Process) { p.Stdout = os.Stderr },
			"Stderr": func(p *startmethods.Process) { p.Stderr = os.Stderr },
		} {
			g := NewWithT(t)
			p := &startmethods.Process{Name: "child", Target: hold, Method: method}
			set(p)
			err := p.Start()
			typed, ok := errors.AsType[*startmethods.FieldError](err)
			g.Expect(ok).To(BeTrue(), "%v", err)
			g.Expect(*typed).To(Equal(startmethods.FieldError{Process: "child", Field: field, Method: method}))
			g.Expect(err).To(MatchError(errors.ErrUnsupported))
			g.Expect(err).To(MatchError(And(ContainSubstring("child"), ContainSubstring(method), ContainSubstring(field))))
			g.Expect(p.PID()).To(BeZero())
		}
	})
}
