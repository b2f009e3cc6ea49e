package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestBodyRuns(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "a child runs the main module once more", In: mutation.In("sing-dance", conformance.Spawn, conformance.Forkserver),
		Change: func(r *mutation.Recording) {
			r.Insert(r.Index("enter", "sing"), stage.Event{Event: "body", PID: r.PID("sing"), Data: map[string]any{"name": "__mp_main__"}})
		},
		Changes: []string{"mainmodule-body-runs"},
	})
}
