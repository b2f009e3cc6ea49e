package manager

import (
	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "manager-ends-with-main", Level: conformance.Core, Program: exits,
	Statement: "When the main process returns, the server of its manager MUST end.",
	Sources:   []conformance.Source{managers()},
	Judge:     func(s *conformance.Scene) { expectServerEnds(s, "manager") },
})

var _ = group.Add(conformance.Behavior{
	ID: "manager-ends-after-exception", Level: conformance.Core, Program: exits,
	Statement: "When an uncaught exception ends the main process, the server of its manager MUST end.",
	Sources:   []conformance.Source{managers()},
	Judge:     func(s *conformance.Scene) { expectServerEnds(s, "manager-exception") },
})

// expectServerEnds checks that a main process with a manager ended, and that its server ended.
func expectServerEnds(s *conformance.Scene, ending string) {
	s.FirstEvent("holding", ending)
	worker.EndOf(s, ending)
	s.Returned(conformance.Main, ending+" process ends", true)
}
