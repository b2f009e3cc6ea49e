package conformance

import (
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

func closedBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "life-close", Group: GroupLife, Level: Core, Program: lifeCycle,
			Statement: "A process that has ended MUST be closable; after that, to start, join or terminate it MUST be refused with a ValueError.",
			Sources:   []Source{processAttribute("close")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				accepted(g, r, "close joined")
				for _, what := range []string{"join closed", "start closed", "terminate closed"} {
					refused(g, r, what, "ValueError")
				}
			},
		},
		{
			ID: "life-close-state", Group: GroupLife, Level: Core, Program: lifeCycle,
			Statement: "Once a process is closed, to ask for its state MUST be refused with a ValueError.",
			Sources:   []Source{processAttribute("close")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				unlessLacking(r, "close joined")
				for _, what := range []string{"state closed", "is_alive closed"} {
					refused(g, r, what, "ValueError")
				}
			},
		},
		{
			ID: "life-close-again", Group: GroupLife, Level: Extended, Program: lifeCycle,
			Statement: "Closing a process a second time SHOULD be harmless.",
			Sources: []Source{
				{"CPython 3.12, test_close", "https://github.com/python/cpython/blob/v3.12.1/Lib/test/_test_multiprocessing.py#L652-L680"},
			},
			Judge: func(g types.Gomega, r *stage.Recording) {
				accepted(g, r, "close closed")
			},
		},
		{
			ID: "life-repr", Group: GroupLife, Level: Observation, Program: lifeCycle,
			Statement: "How a process object shows itself while it runs and after it was joined, each N a number.",
			Sources:   []Source{{"undocumented; BaseProcess.__repr__() in CPython 3.12", "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/process.py#L259-L286"}},
			Observe:   observeRepr,
		},
	}
}
