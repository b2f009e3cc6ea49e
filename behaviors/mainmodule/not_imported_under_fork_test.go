package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestNotImportedUnderFork(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "a forked child runs the main module", In: mutation.In("sing-dance", conformance.Fork),
		Change: func(r *mutation.Recording) {
			r.Insert(r.Index("enter", "sing"), stage.Event{Event: "body", PID: r.PID("sing"), Data: map[string]any{"name": "__mp_main__"}})
		},
		Fails:   map[string]string{"mainmodule-not-imported-under-fork": "only the main process must run the main module"},
		Changes: []string{"mainmodule-body-runs"},
	})
}
