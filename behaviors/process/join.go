package process

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "process-join-before-start-raises", Level: conformance.Core, Program: program,
	Statement: "join() before start() MUST raise an error.",
	Sources:   []conformance.Source{source.Process("join")},
	Judge:     func(s *conformance.Scene) { s.Refused(conformance.Main, "join unstarted") },
})

var _ = group.Add(conformance.Behavior{
	ID: "process-join-itself-raises", Level: conformance.Core, Program: program,
	Statement: "join() of the current process MUST raise an error instead of waiting forever.",
	Sources:   []conformance.Source{source.Process("join")},
	Judge:     func(s *conformance.Scene) { s.Refused(conformance.Main, "join current process") },
})

var _ = group.Add(conformance.Behavior{
	ID: "process-join-timeout-returns", Level: conformance.Core, Program: program,
	Statement: "join(timeout) of a running process MUST return None when the timeout is over.",
	Sources:   []conformance.Source{source.Process("join")},
	Judge: func(s *conformance.Scene) {
		checked := s.FirstEvent("checked", conformance.Main) // the child is not released before
		for _, what := range []string{"join running", "join for a moment"} {
			s.Returned(conformance.Main, what, nil)
			s.Check(s.Attempt(conformance.Main, what).Index < checked.Index,
				fmt.Sprintf("the main process must return from %q before it releases the child", what), "it returned afterwards")
		}
		left, found := s.First("leave", observed)
		s.Check(found && left.Index > checked.Index, "the child must still run after the main process has checked it", "it had ended")
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "process-join-repeatable", Level: conformance.Core, Program: program,
	Statement: "join() of a process that has ended MUST return None each time.",
	Sources:   []conformance.Source{source.Process("join")},
	Judge: func(s *conformance.Scene) {
		s.Returned(conformance.Main, "join ended", nil)
		s.Returned(conformance.Main, "join joined", nil)
	},
})
