package tracker_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestReplacedAfterKill(t *testing.T) {
	const id, warns = "tracker-replaced-after-kill", "tracker-replaced-after-kill-warns"
	importing := in(conformance.ImportingMain()...)
	const notReplaced = `the attempt "replace tracker" of main must return true`
	mutation.Check(t,
		mutation.Mutant{
			Name: "the tracker is not replaced", In: importing,
			Change: setReturned(conformance.Main, "replace tracker", false),
			Fails:  map[string]string{id: notReplaced, warns: notReplaced},
		},
		mutation.Mutant{
			Name: "no warning about the end of the tracker is printed", In: importing,
			Change: func(r *mutation.Recording) { r.Stderr = "" },
			Fails:  map[string]string{warns: "standard error must include"},
		},
		mutation.Mutant{
			Name: "the tracker that was killed is alive", In: importing,
			Change: func(r *mutation.Recording) {
				scene := conformance.NewScene(r.Recording)
				before, after := scene.Helpers("after"), scene.Helpers("fourth")
				r.Row("fourth", after[len(after)-1].PID).PID = before[0].PID
			},
			Fails: map[string]string{id: "must not be alive"},
		},
	)
}
