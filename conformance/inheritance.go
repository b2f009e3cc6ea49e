package conformance

import (
	"fmt"
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

const inheritance = "inheritance"

// The children of inheritance: main changes everything before each is started.
const (
	firstChild = "first"
	laterChild = "later"
)

func inheritanceBehaviors() []Behavior {
	return slices.Concat(memoryBehaviors(), processStateBehaviors(), signalBehaviors(), descriptorBehaviors(), moduleStateBehaviors())
}

// view is what one child sees, and what main saw at the child's start.
type view struct {
	role        string
	main, child stage.Event
}

// views are what both children see, the first child's first; it asserts that all is told.
func views(g types.Gomega, r *stage.Recording) ([]view, bool) {
	mains := told(r, "sees", main)
	if !g.Expect(mains).To(gomega.HaveLen(2), "main must tell before each start what it sees") {
		return nil, false
	}
	var list []view
	for n, role := range []string{firstChild, laterChild} {
		child, ok := event(g, r, "sees", role)
		if !ok {
			return nil, false
		}
		list = append(list, view{role, mains[n], child})
	}
	return list, true
}

// eachView judges what either child sees.
func eachView(judge func(g types.Gomega, v view)) func(types.Gomega, *stage.Recording) {
	return func(g types.Gomega, r *stage.Recording) {
		list, _ := views(g, r)
		for _, v := range list {
			judge(g, v)
		}
	}
}

// same asserts of some fields that a child sees what main saw at its start: nothing, where the implementation has nothing
// of the kind.
func (v view) same(g types.Gomega, fields ...string) {
	for _, field := range fields {
		switch {
		case !g.Expect(v.main.Data).To(gomega.HaveKey(field), "what main sees"):
		case v.main.Data[field] == nil && reasonOf(v.main, field) != "":
			g.Expect(v.child.Data[field]).To(gomega.BeNil(), "%s of the %s child", field, v.role)
		default:
			g.Expect(v.child.Data).To(gomega.HaveKeyWithValue(field, v.main.Data[field]), "%s of the %s child", field, v.role)
		}
	}
}

// unlessNone ends the judge if the implementation has nothing of what a field is about, in main or in the child.
func (v view) unlessNone(field string) {
	unlessNone(v.main, field)
	unlessNone(v.child, field)
}

// judgeSame asserts of some fields that both children see what main saw at their start.
func judgeSame(fields ...string) func(types.Gomega, *stage.Recording) {
	return eachView(func(g types.Gomega, v view) { v.same(g, fields...) })
}

// equal says whether two events hold the same in a field.
func equal(a, b stage.Event, field string) bool {
	return a.Data[field] != nil && fmt.Sprint(a.Data[field]) == fmt.Sprint(b.Data[field])
}

// observeViews tells in words what both children see; only what is told completely is looked at.
func observeViews(describe func(first, later view) string) func(r *stage.Recording) string {
	return func(r *stage.Recording) string {
		list, ok := views(gomega.NewGomega(func(string, ...int) {}), r)
		if !ok {
			return "not known"
		}
		return describe(list[0], list[1])
	}
}

// onPOSIX is an Applies for what Windows does not have.
func onPOSIX(i implementation.Implementation) string {
	if i.Platform == "win32" {
		return "Windows has no such thing"
	}
	return ""
}
