package exitcode_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestSIGCHLDIgnored(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "a discarded exit status is reported", In: in(conformance.Spawn, conformance.Fork),
		Change:  func(r *mutation.Recording) { r.SetReturned(conformance.Main, "status reaped", 0.0) },
		Changes: []string{"exitcode-sigchld-ignored"},
	})
}
