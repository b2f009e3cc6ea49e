package process

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "process-used-by-other-process-raises", Level: conformance.Extended, Program: program, Methods: []string{conformance.Fork},
	Statement: "A process other than the one that created a process object SHOULD get an error from its join() and its is_alive().",
	Sources: []conformance.Source{
		source.Process("exitcode"),
		source.Line("3.14.10", "Lib/multiprocessing/process.py", 154), source.Line("3.14.10", "Lib/multiprocessing/process.py", 167),
	},
	Judge: func(s *conformance.Scene) {
		s.Refused("other-child", "join")
		s.Refused("other-child", "is_alive")
	},
})
