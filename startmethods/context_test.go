package startmethods_test

import (
	"errors"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/startmethods"
)

// unfix makes the default start method unfixed, until the test ends.
func unfix(t *testing.T) {
	t.Helper()
	t.Cleanup(func() { must(startmethods.SetStartMethodForce("spawn")) })
	must(startmethods.SetStartMethodForce(""))
}

func TestTheDefaultStartMethod(t *testing.T) {
	g := NewWithT(t)
	unfix(t)
	_, ok := startmethods.StartMethodIfFixed()
	g.Expect(ok).To(BeFalse())
	all := startmethods.AllStartMethods()
	g.Expect(all).To(ContainElement("spawn"))

	g.Expect(startmethods.StartMethod()).To(Equal(all[0]), "the first is the default")
	name, ok := startmethods.StartMethodIfFixed()
	g.Expect(ok).To(BeTrue())
	g.Expect(name).To(Equal(all[0]))

	err := startmethods.SetStartMethod("spawn")
	g.Expect(err).To(MatchError(startmethods.ErrContextSet))
	typed, ok := errors.AsType[*startmethods.ContextSetError](err)
	g.Expect(ok).To(BeTrue())
	g.Expect(typed.Fixed).To(Equal(all[0]))
	g.Expect(err).To(MatchError(ContainSubstring("GetContext")))

	g.Expect(startmethods.SetStartMethodForce("")).To(Succeed())
	g.Expect(startmethods.SetStartMethod("no such method")).To(MatchError(startmethods.ErrMethod))
	g.Expect(startmethods.SetStartMethod("")).To(MatchError(startmethods.ErrMethod))
	g.Expect(startmethods.SetStartMethod("spawn")).To(Succeed())
	g.Expect(startmethods.SetStartMethod("spawn")).To(MatchError(startmethods.ErrContextSet))
	g.Expect(startmethods.SetStartMethodForce("spawn")).To(Succeed())
}

func TestAStartFixesTheDefault(t *testing.T) {
	g := NewWithT(t)
	unfix(t)
	spawn, err := startmethods.GetContext("spawn")
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(spawn.Method()).To(Equal("spawn"))
	g.Expect(ended(g, spawn.Process(nil))).To(Equal(0))
	_, ok := startmethods.StartMethodIfFixed()
	g.Expect(ok).To(BeFalse(), "a context leaves the default alone")
	g.Expect(ended(g, &startmethods.Process{Method: "spawn"})).To(Equal(0))
	_, ok = startmethods.StartMethodIfFixed()
	g.Expect(ok).To(BeFalse(), "and so does a process's own method")
	g.Expect(ended(g, &startmethods.Process{})).To(Equal(0))
	_, ok = startmethods.StartMethodIfFixed()
	g.Expect(ok).To(BeTrue())
}

func TestContexts(t *testing.T) {
	g := NewWithT(t)
	_, err := startmethods.GetContext("no such method")
	typed, ok := errors.AsType[*startmethods.MethodError](err)
	g.Expect(ok).To(BeTrue())
	g.Expect(typed.Method).To(Equal("no such method"))
	g.Expect(err).To(MatchError(startmethods.ErrMethod))
	unfix(t)
	standard, err := startmethods.GetContext("")
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(standard.Method()).To(Equal(startmethods.AllStartMethods()[0]))
	_, ok = startmethods.StartMethodIfFixed()
	g.Expect(ok).To(BeTrue())
}
