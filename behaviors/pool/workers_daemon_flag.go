package pool

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pool-workers-daemon-flag", Level: conformance.Observation, Program: program,
	Statement: "Whether the workers of a pool are daemonic, which prevents their tasks from starting processes.",
	Sources:   []conformance.Source{source.Process("daemon"), source.Undocumented("the daemon flag of workers is not stated")},
	Observe:   func(s *conformance.Scene) string { return fmt.Sprint(worker.Described(s, "given context").Daemon) },
})
