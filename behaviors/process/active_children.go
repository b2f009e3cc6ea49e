package process

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "process-active-children-include-running", Level: conformance.Core, Program: program,
	Statement: "active_children() MUST return the child that runs and no other.",
	Sources:   []conformance.Source{source.Function("active_children")},
	Judge: func(s *conformance.Scene) {
		value := s.Accepted(conformance.Main, "children running")
		list, _ := value.([]any)
		s.Check(len(list) == 1 && list[0] == true, "active_children() must return exactly the running child",
			"for each child that it returned, whether it is that child: "+conformance.Words(value))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "process-active-children-exclude-ended", Level: conformance.Core, Program: program,
	Statement: "active_children() MUST NOT return a child that has ended.",
	Sources:   []conformance.Source{source.Function("active_children")},
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "children ended", 0) },
})

var _ = group.Add(conformance.Behavior{
	ID: "process-active-children-reap-ended", Level: conformance.Core, Program: program,
	Statement: "active_children() MUST join the children that have ended, so that no zombie of them is left.",
	Sources:   []conformance.Source{zombies(), source.Function("active_children")},
	Judge: func(s *conformance.Scene) {
		_, found := row(s, "overriding", "collected")
		s.Check(!found, "the process table must not have the ended child after active_children()", "it does")
	},
})
