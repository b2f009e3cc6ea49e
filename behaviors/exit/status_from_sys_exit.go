package exit

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

func sysExit() conformance.Source { return source.Library("sys.exit()", "sys", "sys.exit") }

var _ = group.Add(conformance.Behavior{
	ID: "exit-status-from-sys-exit-kept", Level: conformance.Core, Program: "sing-dance-sys-exit",
	Statement: "A main process that calls sys.exit() MUST end with the status that it passes.",
	Sources:   []conformance.Source{source.Process("daemon"), sysExit()},
	Judge:     func(s *conformance.Scene) { s.ExpectExitStatus(7) },
})
