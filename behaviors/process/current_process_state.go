package process

import (
	"github.com/singdance/singdance/behaviors/internal/processstate"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "process-current-process-state", Level: conformance.Extended, Program: program,
	Statement: "The object that current_process() returns SHOULD have the pid of the process, be alive and have no exitcode.",
	Sources: []conformance.Source{
		source.Function("current_process"),
		{Text: "CPython 3.12, test_current", URL: "https://github.com/python/cpython/blob/v3.12.1/Lib/test/_test_multiprocessing.py#L308-L318"},
	},
	Judge: func(s *conformance.Scene) { processstate.Expect(s, "current process", s.MainPID(), nil, true) },
})
