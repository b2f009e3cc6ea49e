package stop

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "stop-interrupt-exitcode", Level: conformance.Core, Program: program,
	Statement: "The exit code of a child that interrupt() ended by an uncaught KeyboardInterrupt MUST be 1.",
	Sources:   []conformance.Source{source.Process("interrupt")},
	Since:     "3.14",
	Requires:  conformance.POSIX, // the documentation leaves Windows undefined
	Judge:     func(s *conformance.Scene) { expectStopped(s, "interrupted", "interrupt", 1) },
})
