package daemon

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "daemon-off-in-main", Level: conformance.Core, Program: program,
	Statement: "The main process MUST NOT be daemonic.",
	Sources:   []conformance.Source{source.Process("daemon")},
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "own daemon flag", false) },
})
