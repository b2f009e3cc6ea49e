package exit_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/parentexit/parentexittest"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestInterruptTerminatesDaemon(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "the daemon of an interrupted parent reaches its end", In: parentexittest.In(),
		Change: func(r *mutation.Recording) {
			e := parentexittest.Entered(r, "daemon", parentexit.Interrupt)
			e.Event = "leave"
			r.Insert(r.Index("last", conformance.Main), e)
		},
		Fails: map[string]string{"exit-interrupt-terminates-daemon": "interrupt: the target of the daemon must not reach its end"},
	})
}
