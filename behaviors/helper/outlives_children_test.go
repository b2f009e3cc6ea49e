package helper_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
)

func TestOutlivesChildren(t *testing.T) {
	const id, reason = "helper-outlives-children", "the helper processes after two children must still be"
	mutation.Check(t,
		mutation.Mutant{
			Name: "a helper process ends with its child", In: in(conformance.ImportingMain()...),
			Change: func(r *mutation.Recording) { r.Row("after", helpers(r, "after")[0].PID).State = platform.Zombie },
			Fails:  map[string]string{id: reason, "tracker-replaced-after-kill": "the number of helper processes must be"},
		},
		mutation.Mutant{
			Name: "a helper process appears with the second child under fork", In: in(conformance.Fork),
			Change: func(r *mutation.Recording) { addHelper(r, "after", r.MainPID()) },
			Fails:  map[string]string{id: reason + " none"},
		},
	)
}
