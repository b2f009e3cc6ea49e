package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestFreezeSupportNoEffect(t *testing.T) {
	const id = "mainmodule-freeze-support-no-effect"
	scenes := mutation.In("helper-processes")
	mutation.Check(t,
		mutation.Refused(id, "choose", scenes),
		mutation.Mutant{
			Name: "freeze_support() does something", In: scenes,
			Change: func(r *mutation.Recording) { r.SetReturned(conformance.Main, "freeze support", 1.0) },
			Fails:  map[string]string{id: `the attempt "freeze support" of main must return nothing; it returned 1`},
		},
	)
}
