package exit

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/platform"
)

var _ = group.Add(conformance.Behavior{
	ID: "exit-leaves-no-child", Level: conformance.Core, Program: "sing-dance",
	Statement: "A main process that ends after its last statement MUST NOT leave a child.",
	Sources:   []conformance.Source{source.Process("daemon"), source.JoinedAutomatically()},
	Judge: func(s *conformance.Scene) {
		s.Check(s.Exit != nil, "the main process must end", "it did not")
		children, _ := survivors(s)
		s.Check(len(children) == 0, "no child must be left after the main process has ended", "the suite had to kill "+conformance.ProcessNames(children))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "exit-leaves-no-helper", Level: conformance.Extended, Program: "sing-dance",
	Statement: "The main process SHOULD NOT leave a helper process when it ends.",
	Sources: []conformance.Source{
		source.Line("3.14.10", "Lib/multiprocessing/resource_tracker.py", 218), source.Line("3.14.10", "Lib/multiprocessing/forkserver.py", 283),
	},
	Judge: func(s *conformance.Scene) {
		s.Check(s.Exit != nil, "the main process must end", "it did not")
		_, helpers := survivors(s)
		s.Check(len(helpers) == 0, "no helper process must be left after the main process has ended", "the suite had to kill "+conformance.ProcessNames(helpers))
	},
})

// survivors returns the processes that the suite had to kill: the children that entered their targets, and all others.
func survivors(s *conformance.Scene) (children, helpers []platform.Process) {
	entered := map[int]bool{}
	for _, e := range s.Events("enter", "") {
		entered[e.PID] = true
	}
	for _, p := range s.Survivors {
		if entered[p.PID] {
			children = append(children, p)
		} else {
			helpers = append(helpers, p)
		}
	}
	return children, helpers
}
