package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

const parentEnds = "parent-ends"

// abruptEnds are the manners in which a parent ends without its exit handlers.
var abruptEnds = []string{"os-exit", "terminate", "kill"}

// parentEnd is what is told of one parent: its own beginning, that of its children, and its end as main saw it.
type parentEnd struct {
	manner                string
	parent, child, daemon stage.Event
	ended                 int // the position of the event
	status                int
}

// children are the two in the order of their start.
func (e parentEnd) children() []stage.Event { return []stage.Event{e.child, e.daemon} }

// mannered lists the events that tell of a manner.
func mannered(r *stage.Recording, event, role, manner string) []stage.Event {
	return slices.DeleteFunc(told(r, event, role), func(e stage.Event) bool { return text(e, "manner") != manner })
}

// endingIn asserts that a parent and its children came on stage, and that main saw the parent end in the manner.
func endingIn(g types.Gomega, r *stage.Recording, manner string) (parentEnd, bool) {
	found := parentEnd{manner: manner}
	for _, one := range []struct {
		role  string
		place *stage.Event
	}{{"parent", &found.parent}, {"child", &found.child}, {"daemon", &found.daemon}} {
		entered := mannered(r, "enter", one.role, manner)
		if !g.Expect(entered).To(gomega.HaveLen(1), "%s: the %s must come on stage", manner, one.role) {
			return found, false
		}
		*one.place = entered[0]
	}
	found.ended = slices.IndexFunc(r.Events, func(e stage.Event) bool {
		return e.Event == "ended" && e.Role == main && text(e, "manner") == manner
	})
	if !g.Expect(found.ended).To(gomega.BeNumerically(">=", 0), "%s: main must see the parent end", manner) {
		return found, false
	}
	status, told := r.Events[found.ended].Data["code"].(float64)
	found.status = int(status)
	return found, g.Expect(told).To(gomega.BeTrue(), "%s: main must know the parent's exit status", manner)
}

// judgeParentWaits asserts that the parent was alive while its child was, and ended after it.
func judgeParentWaits(manner string) func(types.Gomega, *stage.Recording) {
	return func(g types.Gomega, r *stage.Recording) {
		end, ok := endingIn(g, r, manner)
		if !ok {
			return
		}
		left := by(r, "leave", end.child.PID)
		g.Expect(left).To(gomega.BeNumerically(">=", 0), "the child must come to its end")
		g.Expect(left).To(gomega.BeNumerically(">", position(r, "ready", main)), "the child must stay until main is ready")
		g.Expect(left).To(gomega.BeNumerically("<", end.ended), "the child must end before its parent does")
		if processes, ok := tableAt(g, r, "survivors"); ok {
			_, alive := processes.alive(end.parent.PID)
			g.Expect(alive).To(gomega.BeTrue(), "the parent must be alive as long as its child is")
		}
	}
}

// judgeOrphans asserts that both children are alive when their parent has ended, and come to their end.
func judgeOrphans(manner string) func(types.Gomega, *stage.Recording) {
	return func(g types.Gomega, r *stage.Recording) {
		end, ok := endingIn(g, r, manner)
		if !ok {
			return
		}
		processes, ok := tableAt(g, r, "survivors")
		if !ok {
			return
		}
		g.Expect(end.ended).To(gomega.BeNumerically("<", position(r, "ready", main)), "the parent must end before its children do")
		for _, child := range end.children() {
			_, alive := processes.alive(child.PID)
			g.Expect(alive).To(gomega.BeTrue(), "the %s must be alive when its parent has ended", child.Role)
			g.Expect(by(r, "leave", child.PID)).To(gomega.BeNumerically(">", end.ended), "the %s must come to its end", child.Role)
		}
	}
}

// orphans are the children of the parents that ended abruptly, each with what it told last; it asserts that they did.
func orphans(g types.Gomega, r *stage.Recording) (ends []parentEnd, last map[int]stage.Event, ok bool) {
	last = map[int]stage.Event{}
	for _, manner := range abruptEnds {
		end, ok := endingIn(g, r, manner)
		if !ok {
			return nil, nil, false
		}
		for _, child := range end.children() {
			n := by(r, "leave", child.PID)
			if !g.Expect(n).To(gomega.BeNumerically(">=", 0), "%s: the %s must come to its end", manner, child.Role) {
				return nil, nil, false
			}
			last[child.PID] = r.Events[n]
		}
		ends = append(ends, end)
	}
	return ends, last, true
}
