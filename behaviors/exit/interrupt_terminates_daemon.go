package exit

import (
	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exit-interrupt-terminates-daemon", Level: conformance.Core, Program: parentexit.Program,
	Statement: "A parent that receives an uncaught SIGINT alone MUST attempt to terminate its daemonic child.",
	Sources:   []conformance.Source{source.Process("daemon"), sigint()},
	Requires:  interruptible,
	Judge:     func(s *conformance.Scene) { expectDaemonTerminated(s, parentexit.Interrupt) },
})
