package daemon_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestTerminatedBeforeJoin(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "the daemon is terminated after the other child has ended", In: in(),
		Change:  func(r *mutation.Recording) { r.RemoveEvents("end-noticed", "child") },
		Changes: []string{"daemon-terminated-before-join"},
	})
}
