package process

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "process-without-target", Level: conformance.Core, Program: program,
	Statement: "A process without a target MUST start and end with exit code 0.",
	Sources:   []conformance.Source{source.ProcessClass()},
	Judge:     func(s *conformance.Scene) { s.ExitCodeReported("no-target", 0) },
})
