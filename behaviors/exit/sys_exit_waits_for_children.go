package exit

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exit-sys-exit-waits-for-children", Level: conformance.Core, Program: "sing-dance-sys-exit",
	Statement: "A main process that calls sys.exit() MUST wait for its non-daemonic children before it ends.",
	Sources:   []conformance.Source{source.Process("daemon"), sysExit()},
	Judge:     func(s *conformance.Scene) { expectWaits(s) },
})
