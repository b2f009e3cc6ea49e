package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestRandomStateDiffers(t *testing.T) {
	const id = "inherit-random-state-differs"
	mutation.CheckFails(t, "a child has the random number of the main process", all(), func(r *mutation.Recording) {
		r.SetData("state", first, "random", r.First("state", conformance.Main).Data["random"])
	}, id, "the random number of the first child must not be that of the main process")
	mutation.CheckFails(t, "two children have the same random number", all(), func(r *mutation.Recording) {
		r.SetData("state", first, "random", 0.5)
		r.SetData("state", later, "random", 0.5)
	}, id, "the two children must have different random numbers")
}
