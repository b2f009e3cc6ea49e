package mainmodule_test

import (
	"slices"
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestImportedUnder(t *testing.T) {
	notImported := func(id, wanted string, in mutation.Scenes) mutation.Mutant {
		return mutation.Mutant{
			Name: "only the main process runs the main module", In: in,
			Change: func(r *mutation.Recording) {
				main := r.MainPID()
				r.Remove(func(e stage.Event) bool { return e.Event == "body" && e.PID != main })
			},
			Fails: map[string]string{id: wanted}, Changes: []string{"mainmodule-body-runs"},
		}
	}
	mutation.Check(
		t,
		notImported("mainmodule-imported-under-spawn", "sing must run the main module", mutation.In("sing-dance", conformance.Spawn)),
		notImported("mainmodule-imported-under-forkserver", "sing or its server must run the main module", slices.Concat(
			mutation.In("sing-dance", conformance.Forkserver), mutation.By("cpython-3.15", "sing-dance", conformance.Forkserver),
		)),
	)
}
