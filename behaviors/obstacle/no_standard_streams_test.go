package obstacle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestNoStandardStreams(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "the child without streams fails", In: in(), Change: returns("without streams", 1),
			Fails: map[string]string{"obstacle-no-standard-streams": "it returned 1"},
		},
	)
}
