package orphan_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/parentexit/parentexittest"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestOlderSeesParent(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "is_alive() of the parent differs in one older orphan", In: parentexittest.In(),
		Change: func(r *mutation.Recording) {
			pid := parentexittest.Entered(r, "child", parentexit.Terminate).PID
			r.EachAttempt("child", "parent alive", func(e *stage.Event) {
				if e.PID == pid {
					e.Data["value"] = e.Data["value"] != true
				}
			})
		},
		Changes: []string{"orphan-older-sees-parent"},
	})
}
