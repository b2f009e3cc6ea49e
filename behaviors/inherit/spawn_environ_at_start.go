package inherit

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-spawn-environ-at-start", Level: conformance.Extended, Program: program, Methods: []string{conformance.Spawn},
	Statement: "Under spawn, a child SHOULD have the environment, and on POSIX the umask and the limits, that the main process has when it calls start().",
	Sources:   []conformance.Source{source.StartMethods(), source.Line("3.14.10", "Lib/multiprocessing/util.py", 582)},
	Judge: func(s *conformance.Scene) {
		expectSame(s, "environ")
		if !s.OnWindows() {
			expectSame(s, "umask", "limit")
		}
	},
})
