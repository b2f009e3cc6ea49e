package daemon_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestListedAsActiveChild(t *testing.T) {
	const id = "daemon-listed-as-active-child"
	mutation.Check(t,
		mutation.Mutant{
			Name: "active_children() does not return the daemon", In: in(),
			Change: func(r *mutation.Recording) {
				r.EachAttempt(conformance.Main, "active children", func(e *stage.Event) { e.Data["value"] = e.Data["value"].([]any)[1:] })
			},
			Fails: map[string]string{id: `the attempt "active children" of main must return`},
		},
		mutation.Mutant{
			Name: "the main process starts only one child", In: in(),
			Change: func(r *mutation.Recording) {
				r.Remove(func(e stage.Event) bool { return e.Event == "started" && e.Data["child"] == "child" })
			},
			Fails: map[string]string{id: "the main process must start 2 children; it started 1"},
		},
	)
}
