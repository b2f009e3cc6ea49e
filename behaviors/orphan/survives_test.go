package orphan_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/parentexit/parentexittest"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestSurvives(t *testing.T) {
	for ending, id := range map[string]string{
		parentexit.OSExit: "orphan-survives-os-exit", parentexit.Terminate: "orphan-survives-terminated-parent", parentexit.Kill: "orphan-survives-killed-parent",
	} {
		lost := ending + ": the daemon must reach its end"
		mutation.Check(t,
			mutation.Mutant{
				Name: ending + ": the child ends with its parent", In: parentexittest.In(),
				Change: func(r *mutation.Recording) { r.RemoveProcess(parentexittest.Entered(r, "child", ending).PID) },
				Fails: map[string]string{
					id:                            ending + ": the child must be alive after its parent has ended",
					"orphan-reparented":           ending + ": the parent ID that the child reports",
					"orphan-server-outlives-main": ending + ": the parent of the child in the process table",
				},
			},
			mutation.Mutant{
				Name: ending + ": the daemon does not reach its end", In: parentexittest.In(),
				Change: func(r *mutation.Recording) {
					parentexittest.RemoveEvent(r, "leave", parentexittest.Entered(r, "daemon", ending).PID)
				},
				Fails: map[string]string{
					id: lost, "orphan-reparented": lost, "orphan-server-outlives-main": lost,
					"orphan-sees-parent-not-alive": lost, "orphan-helpers-end-with-last-child": lost,
				},
			},
		)
	}
}
