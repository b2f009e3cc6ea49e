package startmethods_test

import (
	"errors"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/startmethods"
)

// unfixMethod makes the default start method unfixed until the test ends.
func unfixMethod(t *testing.T) {
	t.Helper()
	t.Cleanup(func() { must(startmethods.ForceMethod("spawn")) })
	must(startmethods.ForceMethod(""))
}

func TestDefaultMethod(t *testing.T) {
	g := NewWithT(t)
	unfixMethod(t)
	_, ok := startmethods.FixedMethod()
	g.Expect(ok).To(BeFalse())
	all := startmethods.Methods()
	g.Expect(all).To(ContainElement("spawn"))

	g.Expect(startmethods.Method()).To(Equal(all[0]), "the first method is the default")
	name, ok := startmethods.FixedMethod()
	g.Expect(ok).To(BeTrue())
	g.Expect(name).To(Equal(all[0]))

	err := startmethods.SetMethod("spawn")
	g.Expect(err).To(MatchError(startmethods.ErrMethodFixed))
	typed, ok := errors.AsType[*startmethods.MethodFixedError](err)
	g.Expect(ok).To(BeTrue())
	g.Expect(typed.Fixed).To(Equal(all[0]))
	g.Expect(err).To(MatchError(ContainSubstring("NewContext")))

	g.Expect(startmethods.ForceMethod("")).To(Succeed())
	g.Expect(startmethods.SetMethod("no such method")).To(MatchError(startmethods.ErrMethod))
	g.Expect(startmethods.SetMethod("")).To(MatchError(startmethods.ErrMethod))
	g.Expect(startmethods.SetMethod("spawn")).To(Succeed())
	g.Expect(startmethods.SetMethod("spawn")).To(MatchError(startmethods.ErrMethodFixed))
	g.Expect(startmethods.ForceMethod("spawn")).To(Succeed())
}

func TestStartFixesDefault(t *testing.T) {
	g := NewWithT(t)
	unfixMethod(t)
	spawn, err := startmethods.NewContext("spawn")
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(spawn.Method()).To(Equal("spawn"))
	g.Expect(run(g, spawn.Process(nil))).To(Equal(0))
	_, ok := startmethods.FixedMethod()
	g.Expect(ok).To(BeFalse(), "a context does not fix the default")
	g.Expect(run(g, &startmethods.Process{Method: "spawn"})).To(Equal(0))
	_, ok = startmethods.FixedMethod()
	g.Expect(ok).To(BeFalse(), "the Method of a process does not fix the default")
	g.Expect(run(g, &startmethods.Process{})).To(Equal(0))
	_, ok = startmethods.FixedMethod()
	g.Expect(ok).To(BeTrue())
}

func TestNewContext(t *testing.T) {
	g := NewWithT(t)
	_, err := startmethods.NewContext("no such method")
	typed, ok := errors.AsType[*startmethods.MethodError](err)
	g.Expect(ok).To(BeTrue())
	g.Expect(typed.Method).To(Equal("no such method"))
	g.Expect(err).To(MatchError(startmethods.ErrMethod))
	unfixMethod(t)
	standard, err := startmethods.NewContext("")
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(standard.Method()).To(Equal(startmethods.Methods()[0]))
	_, ok = startmethods.FixedMethod()
	g.Expect(ok).To(BeTrue())
}
