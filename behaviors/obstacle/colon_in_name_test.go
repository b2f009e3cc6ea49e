package obstacle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestColonInName(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "the resource tracker cannot read a name", In: in(), Change: prints("ValueError: too many values to unpack (expected 3)"),
			Fails: map[string]string{"obstacle-colon-in-name": "too many values"},
		},
	)
}
