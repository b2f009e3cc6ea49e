package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

// setOptimize changes the flag optimize that roles report.
func setOptimize(value float64, roles ...string) change {
	return func(r *mutation.Recording) {
		for _, role := range roles {
			r.Each("flags", role, func(e *stage.Event) { e.Data["numbers"].(map[string]any)["optimize"] = value })
		}
	}
}

func TestInterpreterFlags(t *testing.T) {
	const id = "inherit-interpreter-flags"
	mutation.CheckFails(t, "a child does not optimize", all(), setOptimize(0, "flagged child"), id, "the flags of the child must be")
	mutation.CheckFails(t, "the main process was started without flags", all(), setOptimize(0, "flagged", "flagged child"), id, "the flag optimize of the main process")
}
