package start

import (
	"fmt"
	"slices"
	"strings"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
)

// The hooks of os.register_at_fork().
const (
	before  = "before"
	inMain  = "after_in_parent"
	inChild = "after_in_child"
)

var _ = group.Add(conformance.Behavior{
	ID: "start-runs-fork-hooks-before", Level: conformance.Core, Program: program, Methods: []string{conformance.Fork},
	Statement: "Under fork, start() MUST run the before hooks of os.register_at_fork() in the main process, the last one first.",
	Sources:   []conformance.Source{registerAtFork()},
	Since:     "3.7",
	MayLack:   conformance.Windows,
	Judge:     func(s *conformance.Scene) { expectHooksInMain(s, before, "guard", "import") },
})

var _ = group.Add(conformance.Behavior{
	ID: "start-runs-fork-hooks-in-main", Level: conformance.Core, Program: program, Methods: []string{conformance.Fork},
	Statement: "Under fork, start() MUST run the after_in_parent hooks of os.register_at_fork() in the main process, the first one first.",
	Sources:   []conformance.Source{registerAtFork()},
	Since:     "3.7",
	MayLack:   conformance.Windows,
	Judge:     func(s *conformance.Scene) { expectHooksInMain(s, inMain, "import", "guard") },
})

var _ = group.Add(conformance.Behavior{
	ID: "start-runs-fork-hooks-in-child", Level: conformance.Core, Program: program, Methods: []string{conformance.Fork},
	Statement: "Under fork, a child MUST run the after_in_child hooks of os.register_at_fork() before its target, the first one first.",
	Sources:   []conformance.Source{registerAtFork()},
	Since:     "3.7",
	MayLack:   conformance.Windows,
	Judge:     func(s *conformance.Scene) { expectHooksInChildren(s, inChild, "import", "guard") },
})

// expectHooksInMain checks that each start runs the hooks of a kind once in main, in the order of the words by which they were
// registered.
func expectHooksInMain(s *conformance.Scene, kind string, wanted ...string) {
	s.Accepted(conformance.Main, "hooks")
	s.Event("enter", starts()[0])
	registered := registeredHooks(s, kind, func(e conformance.Event) bool { return e.PID == s.MainPID() })
	s.Expect(registered, "the list of %s hooks that main runs", kind).To(gomega.Equal(slices.Repeat(wanted, len(starts()))))
}

// expectHooksInChildren checks that each child runs the hooks of a kind once before its target, in the order of the words by
// which they were registered.
func expectHooksInChildren(s *conformance.Scene, kind string, wanted ...string) {
	s.Accepted(conformance.Main, "hooks")
	for _, role := range starts() {
		enter := s.Event("enter", role)
		registered := registeredHooks(s, kind, func(e conformance.Event) bool { return e.PID == enter.PID && e.Index < enter.Index })
		s.Expect(registered, "the list of %s hooks that %s runs before its target", kind, role).To(gomega.Equal(wanted))
	}
}

// registeredHooks returns the words by which the chosen hooks of a kind were registered.
func registeredHooks(s *conformance.Scene, kind string, choose func(conformance.Event) bool) []string {
	var registered []string
	for _, e := range hooks(s, kind) {
		if choose(e) {
			registered = append(registered, e.Text("registered"))
		}
	}
	return registered
}

// hooks returns the events of the hooks of a kind, of all kinds if it is empty.
func hooks(s *conformance.Scene, kind string) []conformance.Event {
	return s.EventsWhere(func(e conformance.Event) bool {
		return e.Event.Event == "hook" && (kind == "" || e.Text("hook") == kind)
	})
}

var _ = group.Add(conformance.Behavior{
	ID: "start-runs-fork-hooks-in-server", Level: conformance.Observation, Program: program, Methods: []string{conformance.Forkserver},
	Statement: "Which hooks of os.register_at_fork() run under forkserver, and in which process.",
	Sources:   []conformance.Source{registerAtFork()},
	Since:     "3.7",
	MayLack:   conformance.Windows,
	Observe: func(s *conformance.Scene) string {
		s.Accepted(conformance.Main, "hooks")
		first := s.Event("enter", "first")
		seen := []string{} // in no order, because two processes run hooks at the same time
		for _, e := range hooks(s, "") {
			place := map[int]string{s.MainPID(): "main", first.PPID: "the parent of the child", first.PID: "the child"}[e.PID]
			if place != "" {
				seen = append(seen, fmt.Sprintf("%s (%s) in %s", e.Text("hook"), e.Text("registered"), place))
			}
		}
		if len(seen) == 0 {
			return "none"
		}
		slices.Sort(seen)
		return strings.Join(slices.Compact(seen), "; ")
	},
})
