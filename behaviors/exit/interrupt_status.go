package exit

import (
	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
)

func uncaughtInterrupt() conformance.Source {
	return conformance.Source{
		Text: "What's New In Python 3.8: an uncaught KeyboardInterrupt ends the process by SIGINT",
		URL:  "https://docs.python.org/3.8/whatsnew/3.8.html#other-language-changes",
	}
}

// diesOfInterrupt is met by interpreters that an uncaught KeyboardInterrupt ends by SIGINT.
var diesOfInterrupt = &conformance.Requirement{
	Met:    func(i implementation.Implementation) bool { return !conformance.PythonBefore("3.8", i) },
	Reason: "before Python 3.8",
}

var _ = group.Add(conformance.Behavior{
	ID: "exit-interrupt-status", Level: conformance.Extended, Program: parentexit.Program,
	Statement: "After an uncaught SIGINT to it alone, a parent SHOULD end as killed by SIGINT.",
	Sources:   []conformance.Source{uncaughtInterrupt()},
	Requires:  interruptible.And(diesOfInterrupt),
	Judge:     func(s *conformance.Scene) { expectStatus(s, parentexit.Interrupt, -2) },
})
