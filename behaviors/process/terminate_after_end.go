package process

import (
	"github.com/singdance/singdance/behaviors/internal/processstate"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "process-terminate-after-end-harmless", Level: conformance.Extended, Program: program,
	Statement: "terminate() of a process that has ended SHOULD do nothing, before join() as well as after it.",
	Sources:   []conformance.Source{source.Process("terminate")},
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "terminate ended")
		s.Accepted(conformance.Main, "terminate joined")
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "process-terminate-after-end-keeps-exitcode", Level: conformance.Extended, Program: program,
	Statement: "terminate() of a process that has ended SHOULD NOT change its exitcode.",
	Sources:   []conformance.Source{source.Process("terminate"), source.Process("exitcode")},
	Judge: func(s *conformance.Scene) {
		processstate.Expect(s, "terminated after its end", s.Event("enter", observed).PID, 0, false)
	},
})
