package start_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestNoForkHooks(t *testing.T) {
	run := func(r *mutation.Recording) {
		r.Insert(r.Index("started", conformance.Main), stage.Event{
			Event: "hook", Role: conformance.Main, PID: r.MainPID(), Data: map[string]any{"hook": "before", "registered": "guard"},
		})
	}
	mutation.CheckFails(t, "a spawn runs a hook", in(conformance.Spawn), run, "start-no-fork-hooks-under-spawn", "the list of hooks that ran")
	mutation.Check(t, mutation.Mutant{
		Name: "main runs a hook under forkserver", In: in(conformance.Forkserver), Change: run,
		Fails:   map[string]string{"start-no-fork-hooks-in-main-under-forkserver": "no hook must run in the main process"},
		Changes: []string{"start-runs-fork-hooks-in-server"},
	})
}
