package process

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "process-start-twice-raises", Level: conformance.Extended, Program: program,
	Statement: "A second start() of a process SHOULD raise an error, while the child runs as well as after its end.",
	Sources:   []conformance.Source{source.Process("start")},
	Judge: func(s *conformance.Scene) {
		s.Refused(conformance.Main, "start running")
		s.Refused(conformance.Main, "start joined")
	},
})
