package forkserver_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

func TestReplacedAfterKill(t *testing.T) {
	const id, preloads = "forkserver-replaced-after-kill", "forkserver-replaced-after-kill-preloads"
	notReplaced := returns("the server is not replaced", conformance.Main, "replace server", false, id, conformance.Forkserver)
	notReplaced.Fails[preloads] = notReplaced.Fails[id]
	mutation.Check(t,
		notReplaced,
		mutation.Mutant{
			Name: "the fourth child has the server that was killed", In: in(conformance.Forkserver),
			Change: func(r *mutation.Recording) {
				killed := r.First("enter", "third").PPID
				r.Each("enter", "fourth", func(e *stage.Event) { e.PPID = killed })
			},
			Fails: map[string]string{id: "the server after the first one was killed"},
		},
		mutation.Mutant{
			Name: "the server that was killed is alive", In: in(conformance.Forkserver),
			Change: func(r *mutation.Recording) {
				r.AddRow("fourth", platform.Process{PID: r.First("enter", "third").PPID, PPID: r.MainPID(), Name: "server"})
			},
			Fails: map[string]string{
				id:                            "the killed server must not be alive",
				"tracker-replaced-after-kill": "the number of helper processes must be",
			},
		},
		returns("the new server imports nothing", "fourth", "preloaded late", false, preloads, conformance.Forkserver),
	)
}
