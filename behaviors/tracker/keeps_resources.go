package tracker

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "tracker-keeps-resources-after-child-exit", Level: conformance.Core, Program: program,
	Statement: "The end of a child MUST NOT remove a named semaphore or a block of shared memory that its parent created.",
	Sources: []conformance.Source{sharedMemory(), {
		Text: "multiprocessing.shared_memory: a process that attaches unlinks", URL: "https://github.com/python/cpython/issues/82300",
	}},
	Since:    "3.8",
	Requires: named,
	Judge: func(s *conformance.Scene) {
		kinds := resources(s)
		expectUsed(s, "attaching-child", kinds)
		expectExists(s, "owner", "exists after the child", kinds...)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "tracker-keeps-resources-while-child-runs", Level: conformance.Core, Program: program,
	Statement: "A named semaphore or a block of shared memory of a killed process MUST exist as long as a child of that process uses it.",
	Sources:   []conformance.Source{source.StartMethods(), sharedMemory()},
	Since:     "3.8",
	Requires:  named,
	Judge: func(s *conformance.Scene) {
		const child = "surviving-child"
		kinds := resources(s)
		expectUsed(s, child, kinds)
		s.Check(s.Table(child).Alive(s.Event("enter", child).PID), "the surviving child must be alive after its parent was killed", "it is not")
		expectExists(s, conformance.Main, "exists after the kill", kinds...)
		s.ExpectBefore(s.Attempt(conformance.Main, "exists after the kill").Event, s.Event("leave", child))
	},
})
