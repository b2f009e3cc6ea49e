package executor

import (
	"fmt"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "executor-max-tasks-replaces-worker", Level: conformance.Core, Program: program, NotUnder: []string{conformance.Fork},
	Statement: "If max_tasks_per_child is 2, an executor MUST replace a worker after two tasks.",
	Sources:   []conformance.Source{class()},
	Judge: func(s *conformance.Scene) {
		value, _ := s.Accepted(conformance.Main, "limited tasks").(map[string]any)
		pids, _ := value["pids"].([]any)
		if len(pids) != 3 {
			s.Stop("three tasks must report their workers", fmt.Sprintf("%d did", len(pids)))
		}
		s.Check(pids[0] == pids[1], "one worker must run the first two tasks", "two workers ran them")
		s.Check(pids[1] != pids[2], "another worker must run the third task", "the same worker ran it")
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-max-tasks-refuses-fork", Level: conformance.Extended, Program: program, Methods: []string{conformance.Fork},
	Statement: "An executor SHOULD raise a ValueError if it gets max_tasks_per_child and a fork context, which are incompatible.",
	Sources:   []conformance.Source{class()},
	Judge:     func(s *conformance.Scene) { s.RefusedWith(conformance.Main, "limited tasks", "ValueError") },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-max-tasks-uses-spawn", Level: conformance.Core, Program: program,
	Statement: "An executor that gets max_tasks_per_child and no context MUST use spawn, whatever the start method of the program is.",
	Sources:   []conformance.Source{class()},
	Judge:     func(s *conformance.Scene) { expectStartedBy(s, "limited tasks without context", conformance.Spawn) },
})
