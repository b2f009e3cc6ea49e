package exitcode

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-negative-signal", Level: conformance.Core, Program: program,
	Statement: "The exit code of a child that ends itself by os.kill() with signal N MUST be -N on POSIX, or N on Windows, which has no signals.",
	Sources:   []conformance.Source{source.Process("exitcode"), source.Library("os.kill()", "os", "os.kill")},
	Judge: func(s *conformance.Scene) {
		want := -9
		if s.OnWindows() {
			want = 9
		}
		expectExitCode(s, "killed-itself", want)
	},
})
