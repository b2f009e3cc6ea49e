package exitcode

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-negative-signal", Level: conformance.Core, Program: program,
	Statement: "The exit code of a child that ends itself by os.kill() with signal N MUST be -N.",
	Sources:   []conformance.Source{source.Process("exitcode"), source.Library("os.kill()", "os", "os.kill")},
	Requires:  conformance.POSIX,
	Judge:     func(s *conformance.Scene) { expectExitCode(s, "killed-itself", -9) },
})

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-negative-signal-not-on-windows", Level: conformance.Core, Program: program,
	Statement: "On Windows, the exit code of a child that ends itself by os.kill() with the number N MUST be N.",
	Sources:   []conformance.Source{source.Library("os.kill()", "os", "os.kill")},
	Requires:  conformance.Windows,
	Judge:     func(s *conformance.Scene) { expectExitCode(s, "killed-itself", 9) },
})
