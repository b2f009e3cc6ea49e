package start

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "start-no-fork-hooks-under-spawn", Level: conformance.Core, Program: program, Methods: []string{conformance.Spawn},
	Statement: "Under spawn, start() MUST NOT run any hook of os.register_at_fork().",
	Sources:   []conformance.Source{registerAtFork()},
	Since:     "3.7",
	MayLack:   conformance.Windows,
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "hooks")
		s.Event("enter", "second")
		s.Expect(hooks(s, ""), "the list of hooks that ran").To(gomega.BeEmpty())
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "start-no-fork-hooks-in-main-under-forkserver", Level: conformance.Extended, Program: program, Methods: []string{conformance.Forkserver},
	Statement: "Under forkserver, start() SHOULD NOT run hooks of os.register_at_fork() in the main process, which does not fork.",
	Sources:   []conformance.Source{registerAtFork()},
	Since:     "3.7",
	MayLack:   conformance.Windows,
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "hooks")
		s.Event("enter", "second")
		main := s.MainPID()
		for _, e := range hooks(s, "") {
			s.Check(e.PID != main, "no hook must run in the main process", "the hook "+e.Text("hook")+" did")
		}
	},
})
