package manager_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestUnguarded(t *testing.T) {
	ends := func(code any) func(r *mutation.Recording) {
		return func(r *mutation.Recording) {
			r.Each("ended", "", func(e *stage.Event) {
				if e.Data["ending"] == "manager-unguarded" {
					e.Data["code"] = code
				}
			})
		}
	}
	const raises, works = "manager-unguarded-raises", "manager-unguarded-works-under-fork"
	importing, fork := exits(conformance.Spawn, conformance.Forkserver), exits(conformance.Fork)
	const status = "the exit status of the main process without a main guard"
	mutation.CheckFails(t, "the main process ends with status 0", importing, ends(0.0), raises, status)
	mutation.CheckFails(t, "the main process hangs", importing, ends(nil), raises, `the main process "manager-unguarded" must end`)
	mutation.CheckFails(t, "the main process raises nothing", importing, func(r *mutation.Recording) { r.RemoveEvents("error", "manager-unguarded") },
		raises, `manager-unguarded must report "error" exactly once`)
	mutation.CheckFails(t, "the main process fails", fork, ends(1.0), works, status)
}
