package exit_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/parentexit/parentexittest"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestExceptionTerminatesDaemon(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "the main process does not notice the end of the daemon", In: parentexittest.In(),
		Change: func(r *mutation.Recording) {
			r.Remove(func(e stage.Event) bool { return e.Event == "end-noticed" && e.Data["ending"] == parentexit.Exception })
		},
		Fails: map[string]string{"exit-exception-terminates-daemon": "exception: the daemon must end before its parent"},
	}, mutation.Mutant{
		Name: "the daemon ends after its parent", In: parentexittest.In(),
		Change: func(r *mutation.Recording) {
			for n, e := range r.Events {
				if e.Event == "end-noticed" && e.Data["ending"] == parentexit.Exception {
					r.MoveIndex(n, parentexittest.EndedIndex(r, parentexit.Exception)+1)
					return
				}
			}
		},
		Fails: map[string]string{"exit-exception-terminates-daemon": "the main process noticed its end afterwards"},
	})
}
