package exit_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/parentexit/parentexittest"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestInterruptOfParentSparesChild(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "an interrupt of the parent alone reaches its child", In: parentexittest.In(),
		Change: func(r *mutation.Recording) {
			e := parentexittest.Entered(r, "child", parentexit.Interrupt)
			e.Event = "interrupted"
			r.Insert(r.Index("ready", conformance.Main), e)
		},
		Fails: map[string]string{"exit-interrupt-of-parent-spares-child": "the child must not be interrupted"},
	})
}
