package daemon

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "daemon-flag-set-before-start", Level: conformance.Core, Program: program,
	Statement: "A child whose daemon flag was set before start() MUST be daemonic.",
	Sources:   []conformance.Source{source.Process("daemon")},
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "set daemon before start")
		s.Returned("daemon", "own daemon flag", true)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "daemon-flag-fixed-after-start", Level: conformance.Extended, Program: program,
	Statement: "Setting the daemon flag after start() SHOULD raise an AssertionError.",
	Sources: []conformance.Source{source.Process("daemon"), {
		Text: "process.py: the setter's assertion; its class is not documented", URL: "https://github.com/python/cpython/blob/v3.14.0/Lib/multiprocessing/process.py",
	}},
	Judge: func(s *conformance.Scene) {
		s.RefusedWith(conformance.Main, "set daemon after start", "AssertionError")
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "daemon-flag-inherited", Level: conformance.Core, Program: program,
	Statement: "The daemon flag of a process MUST be the default of its children.",
	Sources:   []conformance.Source{source.Process("daemon")},
	Judge: func(s *conformance.Scene) {
		s.Returned("daemon", "default daemon flag", true)
		s.Returned("child", "default daemon flag", false)
	},
})
