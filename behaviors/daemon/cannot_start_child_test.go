package daemon_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestCannotStartChild(t *testing.T) {
	const id = "daemon-cannot-start-child"
	daemonic := mutation.Mutant{
		Name: "the daemon can start a daemonic child", In: in(),
		Change: func(r *mutation.Recording) {
			r.EachAttempt("daemon", "daemonic child", func(e *stage.Event) {
				e.Data = map[string]any{"what": "daemonic child", "refused": false, "value": nil}
			})
		},
		Fails:   map[string]string{id: `the attempt "daemonic child" of daemon must be refused`},
		Changes: []string{"daemon-start-child-error"},
	}
	mutation.Check(t, daemonic, mutation.AcceptedBy("daemon", id, "other child", in()))
}
