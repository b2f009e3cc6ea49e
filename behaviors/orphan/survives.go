package orphan

import (
	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "orphan-survives-os-exit", Level: conformance.Extended, Program: parentexit.Program,
	Statement: "The children of a parent that calls os._exit() SHOULD survive it, daemonic or not.",
	Sources:   []conformance.Source{source.Library("os._exit()", "os", "os._exit"), source.Process("daemon")},
	Judge:     func(s *conformance.Scene) { expectSurvive(s, parentexit.OSExit) },
})

var _ = group.Add(conformance.Behavior{
	ID: "orphan-survives-terminated-parent", Level: conformance.Extended, Program: parentexit.Program,
	Statement: "The children of a parent that is terminated, by SIGTERM or TerminateProcess(), SHOULD survive it, daemonic or not.",
	Sources:   []conformance.Source{source.Process("terminate")},
	Judge:     func(s *conformance.Scene) { expectSurvive(s, parentexit.Terminate) },
})

var _ = group.Add(conformance.Behavior{
	ID: "orphan-survives-killed-parent", Level: conformance.Extended, Program: parentexit.Program,
	Statement: "The children of a parent that is killed SHOULD survive it, daemonic or not.",
	Sources: []conformance.Source{
		source.Process("terminate"),
		{Text: "Killed workers and orphans", URL: "https://github.com/python/cpython/issues/96062"},
	},
	Judge: func(s *conformance.Scene) { expectSurvive(s, parentexit.Kill) },
})
