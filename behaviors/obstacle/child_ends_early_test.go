package obstacle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestChildEndsEarly(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "start() does not end", In: in(conformance.Spawn), Change: returns("early end", false),
			Fails: map[string]string{"obstacle-child-ends-early": "it returned false"},
		},
	)
}
