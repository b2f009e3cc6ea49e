package obstacle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestNumbersToPreload(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "numbers are accepted", In: in(conformance.Forkserver),
			Change: func(r *mutation.Recording) { r.Accept(conformance.Main, "preload numbers") },
			Fails:  map[string]string{"obstacle-numbers-to-preload": "must be refused; it succeeded"},
		},
	)
}
