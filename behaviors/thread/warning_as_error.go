package thread

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "thread-warning-as-error-starts-no-child", Level: conformance.Extended, Program: starts,
	Statement: "If start() raises a warning about threads as an error, no child SHOULD run.",
	Sources: []conformance.Source{
		osFork(), issue(135427, "os.fork() and warnings that are errors"),
	},
	Judge: func(s *conformance.Scene) {
		a := s.Attempt(conformance.Main, "start under-errors")
		entered := len(s.Events("enter", "under-errors"))
		if a.Refused {
			s.Check(entered == 0, "a child whose start() has raised an error must not run", "its target ran")
		} else {
			s.Check(entered == 1, "a child whose start() has returned must run", "its target did not run")
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "thread-warning-as-error-lists-child", Level: conformance.Extended, Program: starts,
	Statement: "A child that runs after its start() SHOULD be in the list of active_children(), even if a warning is an error.",
	Sources: []conformance.Source{
		osFork(), issue(135427, "os.fork() and warnings that are errors"),
	},
	Judge: func(s *conformance.Scene) {
		s.Returned(conformance.Main, "children under-errors", len(s.Events("enter", "under-errors")))
	},
})
