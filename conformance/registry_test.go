package conformance

import (
	"slices"
	"strings"
	"testing"

	"github.com/onsi/gomega"
)

func TestRegistryPanics(t *testing.T) {
	g := gomega.NewWithT(t)
	g.Expect(func() { NewGroup("args", 1, "again") }).To(gomega.PanicWith(`the behavior group "args" is registered twice`))
	g.Expect(func() { argsGroup.Add(Behavior{ID: "identity-own"}) }).To(gomega.PanicWith(
		`the behavior "identity-own" is in the group "args": its id must begin with "args-"`))
	g.Expect(func() { argsGroup.Add(Behavior{ID: "args"}) }).To(gomega.PanicWith(gomega.ContainSubstring(`must begin with "args-"`)))
	g.Expect(func() { argsGroup.Add(argsNone) }).To(gomega.PanicWith(`the behavior "args-none" is registered twice`))
}

func TestRegistryOrder(t *testing.T) {
	g := gomega.NewWithT(t)
	var names []string
	for _, group := range Groups() {
		names = append(names, group.Name)
	}
	g.Expect(names).To(gomega.Equal([]string{"args", "identity", "method", "exit", "helper"}), "by order, not by name")
	var ids []string
	for _, b := range exitGroup.Behaviors() {
		ids = append(ids, b.ID)
	}
	g.Expect(ids).To(gomega.Equal([]string{"exit-waits", "exit-codes", "exit-status", "exit-status-kept", "exit-nothing-left"}), "in the order of the source")
	all := All()
	g.Expect(slices.IsSortedFunc(all, func(a, b Behavior) int {
		return slices.Index(names, a.Group()) - slices.Index(names, b.Group())
	})).To(gomega.BeTrue())
	for _, b := range all {
		g.Expect(b.ID).To(gomega.HavePrefix(b.Group() + "-"))
	}
	g.Expect(Behavior{}.Group()).To(gomega.BeEmpty())
}

func TestRegistryIsCopied(t *testing.T) {
	g := gomega.NewWithT(t)
	Groups()[0] = nil
	argsGroup.Behaviors()[0] = Behavior{}
	g.Expect(Groups()[0]).To(gomega.Equal(argsGroup))
	g.Expect(All()[0].ID).To(gomega.Equal("args-none"))
}

func TestFind(t *testing.T) {
	g := gomega.NewWithT(t)
	b, has := Find("args-both")
	g.Expect(has).To(gomega.BeTrue())
	g.Expect(b.Program).To(gomega.Equal("sing-dance-args-kwargs"))
	_, has = Find("no-such-behavior")
	g.Expect(has).To(gomega.BeFalse())
}

func TestLocation(t *testing.T) {
	g := gomega.NewWithT(t)
	for _, b := range []Behavior{argsNone, helperGroupOwn()} {
		file, line := b.Location()
		g.Expect(strings.HasSuffix(file, "_test.go")).To(gomega.BeTrue(), file)
		g.Expect(line).To(gomega.BeNumerically(">", 1))
	}
}

// helperGroupOwn returns an observation whose Observe is in this file.
func helperGroupOwn() Behavior {
	return Behavior{ID: "observation", Level: Observation, Observe: func(*Scene) string { return "" }}
}
