package obstacle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestSemaphoreOfMainModule(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "a semaphore is reported as leaked", In: in(conformance.Spawn),
			Change: prints("UserWarning: resource_tracker: There appear to be 1 leaked semaphore objects to clean up at shutdown"),
			Fails:  map[string]string{"obstacle-semaphore-of-main-module": "leaked semaphore"},
		},
	)
}
