package pool

import (
	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pool-unpicklable-argument-raises", Level: conformance.Extended, Program: program,
	Statement: "The result of a task with an argument that cannot be pickled SHOULD raise an error, under every start method.",
	Sources:   []conformance.Source{class(), lost},
	Judge:     func(s *conformance.Scene) { worker.ExpectRaised(s, "unpicklable argument") },
})

var _ = group.Add(conformance.Behavior{
	ID: "pool-unpicklable-result-raises", Level: conformance.Extended, Program: program,
	Statement: "The result of a task that returns an object that cannot be pickled SHOULD raise an error, under every start method.",
	Sources:   []conformance.Source{class(), lost},
	Judge:     func(s *conformance.Scene) { worker.ExpectRaised(s, "unpicklable result") },
})

var _ = group.Add(conformance.Behavior{
	ID: "pool-unpicklable-argument-spares-later-task", Level: conformance.Extended, Program: program,
	Statement: "A task SHOULD have its own result after a pool was given an argument that cannot be pickled.",
	Sources:   []conformance.Source{class()},
	Judge:     func(s *conformance.Scene) { worker.Described(s, "task after unpicklable argument") },
})
