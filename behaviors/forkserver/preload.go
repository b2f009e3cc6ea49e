package forkserver

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "forkserver-preload-imports-module", Level: conformance.Core, Program: program, Methods: []string{conformance.Forkserver},
	Statement: "A module that was named for preloading before the first start() MUST be imported when a child begins, even if another named module cannot be imported.",
	Sources:   []conformance.Source{preload()},
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "preload")
		s.Returned("first", "preloaded", true)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "forkserver-preload-after-server-start", Level: conformance.Extended, Program: program, Methods: []string{conformance.Forkserver},
	Statement: "A running server SHOULD NOT import a module that is named for preloading later.",
	Sources:   []conformance.Source{preload()},
	Judge:     func(s *conformance.Scene) { s.Returned("second", "preloaded late", false) },
})

var _ = group.Add(conformance.Behavior{
	ID: "forkserver-preload-ignored-by-other-methods", Level: conformance.Extended, Program: program,
	Methods:   []string{conformance.Spawn, conformance.Fork},
	Statement: "Under spawn and fork, set_forkserver_preload() SHOULD have no effect.",
	Sources:   []conformance.Source{preload()},
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "preload")
		s.Returned("first", "preloaded", false)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "forkserver-preload-local-module", Level: conformance.Observation, Program: program, Methods: []string{conformance.Forkserver},
	Statement: "Which process imports a module that is in the directory of the main module and was named for preloading.",
	Sources: []conformance.Source{{
		Text: "set_forkserver_preload() silent preload import failures when sys.path is required",
		URL:  "https://github.com/python/cpython/issues/117378",
	}},
	Observe: func(s *conformance.Scene) string {
		if reason := s.AbsentReason(conformance.Main, "preload"); reason != "" {
			s.Absent("%s", reason)
		}
		imported, wasImported := s.First("preloaded-module-imported", "")
		child, entered := s.First("enter", "first")
		switch {
		case !wasImported || !entered:
			return "none"
		case imported.PID == child.PPID:
			return "the server"
		case imported.PID == child.PID:
			return "the child that needs it"
		}
		return "another process"
	},
})
