package executor

import (
	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "executor-unpicklable-argument-raises", Level: conformance.Core, Program: program,
	Statement: "The result of a task with an argument that cannot be pickled MUST raise an error, under every start method.",
	Sources:   []conformance.Source{section()},
	Since:     "3.7",
	Judge:     func(s *conformance.Scene) { worker.ExpectRaised(s, "unpicklable argument") },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-unpicklable-result-raises", Level: conformance.Core, Program: program,
	Statement: "The result of a task that returns an object that cannot be pickled MUST raise an error, under every start method.",
	Sources:   []conformance.Source{section()},
	Since:     "3.7",
	Judge:     func(s *conformance.Scene) { worker.ExpectRaised(s, "unpicklable result") },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-unpicklable-task-spares-workers", Level: conformance.Extended, Program: program,
	Statement: "An executor SHOULD run further tasks after it was given an object that cannot be pickled.",
	Sources:   []conformance.Source{section()},
	Since:     "3.7",
	Judge: func(s *conformance.Scene) {
		s.Refused(conformance.Main, "unpicklable argument")
		s.Accepted(conformance.Main, "left")
		s.Accepted(conformance.Main, "right")
	},
})
