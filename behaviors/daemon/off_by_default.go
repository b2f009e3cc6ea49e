package daemon

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "daemon-off-by-default", Level: conformance.Core, Program: program,
	Statement: "A child of a process that is not daemonic MUST NOT be daemonic by default.",
	Sources:   []conformance.Source{source.Process("daemon")},
	Judge: func(s *conformance.Scene) {
		s.Returned(conformance.Main, "default daemon flag", false)
		s.Returned("child", "own daemon flag", false)
	},
})
