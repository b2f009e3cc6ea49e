package exitcode

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-os-exit", Level: conformance.Core, Program: program,
	Statement: "The exit code of a child that calls os._exit() MUST be the status that it passes.",
	Sources:   []conformance.Source{source.Library("os._exit()", "os", "os._exit"), source.Process("exitcode")},
	Judge:     func(s *conformance.Scene) { expectExitCode(s, "os-exit-4", 4) },
})
