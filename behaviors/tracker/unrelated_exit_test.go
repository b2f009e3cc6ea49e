package tracker_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestUnrelatedExitTracked(t *testing.T) {
	const id = "tracker-unrelated-exit-tracked-removes"
	stays := setExists(conformance.Main, "exists after the unrelated process", "tracked", true)
	mutation.CheckChanges(t, "the end of an unrelated process leaves the block", in(), stays, "tracker-unrelated-exit-tracked")
	mutation.Check(t,
		mutation.Mutant{
			Name: "the end of an unrelated process leaves the block", In: newest(), Change: stays,
			Fails:   map[string]string{id: "the tracked block of shared memory must not exist after the unrelated process"},
			Changes: []string{"tracker-unrelated-exit-tracked"},
		},
		mutation.RefusedBy("unrelated-process", id, "read", newest()),
	)
}

func TestUnrelatedExitUntracked(t *testing.T) {
	const id = "tracker-unrelated-exit-untracked"
	mutation.Check(t,
		mutation.Mutant{
			Name: "the end of an unrelated process removes a block that it does not track", In: newest(),
			Change: setExists(conformance.Main, "exists after the unrelated process", "untracked", false),
			Fails:  map[string]string{id: "the untracked block of shared memory must exist after the unrelated process"},
		},
		mutation.RefusedBy("unrelated-process", id, "read untracked", newest()),
	)
}
