package daemon_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestUnflushedOutput(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "the output of the daemon is flushed", In: in(),
		Change:  func(r *mutation.Recording) { r.Stdout += "the daemon has not flushed this\n" },
		Changes: []string{"daemon-unflushed-output"},
	})
}
