package thread

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-child-starts-with-one", Level: conformance.Core, Program: program,
	Statement: "A child MUST begin with one thread, however many threads the main process has.",
	Sources:   []conformance.Source{source.StartMethods(), osFork()},
	Judge: func(s *conformance.Scene) {
		for _, role := range []string{single, several, orphaned} {
			e := threads(s, role, "names")
			names, _ := e.Data["names"].([]any)
			if native, listed := e.Data["native"].(float64); listed {
				s.Check(native == 1, fmt.Sprintf("the operating system must list 1 thread of the child %s", role), fmt.Sprintf("it lists %v", native))
			}
			s.Check(len(names) == 1, fmt.Sprintf("the child %s must have 1 thread", role), fmt.Sprintf("it has %d: %s", len(names), conformance.Words(names)))
		}
	},
})
