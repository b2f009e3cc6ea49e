package orphan_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/parentexit/parentexittest"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestSeesParentNotAlive(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "is_alive() of an ended parent is true", In: parentexittest.In(),
		Change: func(r *mutation.Recording) {
			pid := parentexittest.Entered(r, "daemon", parentexit.Terminate).PID
			r.EachAttempt("daemon", "parent alive", func(e *stage.Event) { e.Data["value"] = e.PID == pid })
		},
		Fails: map[string]string{"orphan-sees-parent-not-alive": "terminate: is_alive() of the parent must be false; it is true"},
	})
}
