package pool

import (
	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pool-max-tasks-replaces-worker", Level: conformance.Core, Program: program,
	Statement: "If maxtasksperchild is 2, a pool MUST replace a worker after two tasks, under every start method.",
	Sources:   []conformance.Source{class()},
	Judge:     func(s *conformance.Scene) { worker.ExpectReplaced(s, "limited tasks") },
})
