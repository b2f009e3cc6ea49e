package exitcode

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-negative-signal", Level: conformance.Core, Program: program,
	Statement: "The exit code of a child that sends itself a fatal signal N with os.kill() MUST be -N on POSIX, or N on Windows.",
	Sources:   []conformance.Source{source.Process("exitcode"), source.Library("os.kill()", "os", "os.kill")},
	Judge: func(s *conformance.Scene) {
		want := -9
		if s.OnWindows() {
			want = 9
		}
		expectExitCode(s, "killed-itself", want)
	},
})
