package obstacle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestProfiler(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "the program under the profiler cannot pickle its target", In: in(), Change: func(r *mutation.Recording) {
				r.RemoveEvents("enter", "profiled child")
				r.EachAttempt(conformance.Main, "under profiler", func(e *stage.Event) {
					e.Data["value"] = map[string]any{"status": 1.0, "errors": []any{"PicklingError"}}
				})
			},
			Fails: map[string]string{"obstacle-profiler": "PicklingError"},
		},
	)
}
