package tracker

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "tracker-removes-semaphore-of-killed", Level: conformance.Core, Program: program, Methods: conformance.ImportingMain(),
	Statement: "A named semaphore of a killed process MUST be removed when all processes that share it have ended.",
	Sources:   []conformance.Source{source.StartMethods()},
	Requires:  named,
	Judge:     func(s *conformance.Scene) { expectRemoved(s, "semaphore") },
})

var _ = group.Add(conformance.Behavior{
	ID: "tracker-removes-shared-memory-of-killed", Level: conformance.Core, Program: program,
	Statement: "A block of shared memory of a killed process MUST be removed when all processes that share it have ended.",
	Sources:   []conformance.Source{source.StartMethods(), sharedMemory()},
	Since:     "3.8",
	Requires:  named,
	Judge:     func(s *conformance.Scene) { expectRemoved(s, "block") },
})
