package exit

import (
	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exit-exception-terminates-daemon", Level: conformance.Core, Program: parentexit.Program,
	Statement: "A parent that ends because of an uncaught exception MUST attempt to terminate its daemonic child.",
	Sources:   []conformance.Source{source.Process("daemon")},
	Judge:     func(s *conformance.Scene) { expectDaemonTerminated(s, parentexit.Exception) },
})
