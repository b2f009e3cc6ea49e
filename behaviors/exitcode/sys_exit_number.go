package exitcode

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-sys-exit-number", Level: conformance.Core, Program: program,
	Statement: "The exit code of a child that calls sys.exit() with a number MUST be that number.",
	Sources:   []conformance.Source{source.Process("exitcode"), sysExit()},
	Judge:     func(s *conformance.Scene) { expectExitCode(s, "exit-3", 3) },
})

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-sys-exit-number-false", Level: conformance.Core, Program: program,
	Statement: "The exit code of a child that calls sys.exit() with False MUST be 0.",
	Sources: []conformance.Source{
		source.Process("exitcode"), sysExit(), source.Library("Boolean type: bool is a subclass of int", "stdtypes", "boolean-type-bool"),
	},
	Judge: func(s *conformance.Scene) { expectExitCode(s, "exit-false", 0) },
})

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-sys-exit-number-in-subclass", Level: conformance.Extended, Program: program,
	Statement: "The exit code of a child that raises a subclass of SystemExit with a number SHOULD be that number.",
	Sources:   []conformance.Source{source.Library("SystemExit", "exceptions", "SystemExit"), source.Process("exitcode")},
	Judge:     func(s *conformance.Scene) { expectExitCode(s, "exit-own", 5) },
})
