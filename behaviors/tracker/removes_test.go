package tracker_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestRemoves(t *testing.T) {
	const semaphore, memory = "tracker-removes-semaphore-of-killed", "tracker-removes-shared-memory-of-killed"
	refused := mutation.Refused(semaphore, "all ended", in(conformance.ImportingMain()...))
	refused.Fails[memory] = refused.Fails[semaphore]
	refused.Changes = []string{"tracker-leak-warning"}
	mutation.Check(t,
		mutation.Mutant{
			Name: "a semaphore is leaked", In: in(conformance.ImportingMain()...),
			Change: setExists(conformance.Main, "exists after all ended", "semaphore", true),
			Fails:  map[string]string{semaphore: "the semaphore must not exist after all of its users have ended"},
		},
		mutation.Mutant{
			Name: "a block of shared memory is leaked", In: in(),
			Change: setExists(conformance.Main, "exists after all ended", "block", true),
			Fails:  map[string]string{memory: "the block of shared memory must not exist after all of its users have ended"},
		},
		refused,
	)
}
