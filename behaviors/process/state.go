package process

import (
	"github.com/singdance/singdance/behaviors/internal/processstate"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "process-state-before-start", Level: conformance.Core, Program: program,
	Statement: "Before start(), a process MUST have neither a pid nor an exitcode, nor be alive.",
	Sources:   []conformance.Source{source.Process("pid"), source.Process("exitcode"), source.Process("is_alive")},
	Judge:     func(s *conformance.Scene) { processstate.Expect(s, "unstarted", nil, nil, false) },
})

var _ = group.Add(conformance.Behavior{
	ID: "process-state-while-running", Level: conformance.Core, Program: program,
	Statement: "While its child runs, a process MUST have the child's pid, be alive and have no exitcode.",
	Sources:   []conformance.Source{source.Process("pid"), source.Process("exitcode"), source.Process("is_alive")},
	Judge: func(s *conformance.Scene) {
		child := s.Event("enter", observed)
		s.Check(s.Table("observed").Alive(child.PID), "the process table must have the running child", "it does not")
		processstate.Expect(s, "running", child.PID, nil, true)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "process-state-after-join", Level: conformance.Core, Program: program,
	Statement: "After join(), a process MUST keep its pid and its exitcode and not be alive.",
	Sources:   []conformance.Source{source.Process("join"), source.Process("exitcode")},
	Judge: func(s *conformance.Scene) {
		processstate.Expect(s, "joined", s.Event("enter", observed).PID, 0, false)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "process-state-after-close-raises", Level: conformance.Core, Program: program,
	Statement: "After close(), reading the state of a process MUST raise a ValueError.",
	Sources:   []conformance.Source{source.Process("close")},
	Since:     "3.7",
	Judge: func(s *conformance.Scene) {
		if reason := s.AbsentReason(conformance.Main, "close joined"); reason != "" {
			s.Absent("%s", reason)
		}
		s.RefusedWith(conformance.Main, "state closed", "ValueError")
		s.RefusedWith(conformance.Main, "is_alive closed", "ValueError")
	},
})
