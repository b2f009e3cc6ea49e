package inherit

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-fork-signal-state", Level: conformance.Core, Program: program, Methods: []string{conformance.Fork},
	Statement: "Under fork, a child MUST handle, ignore and block the same signals as the main process when it calls start().",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge:     func(s *conformance.Scene) { expectSame(s, "signals") },
})
