package daemon_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestFlagSetBeforeStart(t *testing.T) {
	const id = "daemon-flag-set-before-start"
	mutation.Check(t,
		returns("the daemon is not daemonic", "daemon", "own daemon flag", false, id),
		mutation.Refused(id, "set daemon before start", in()),
	)
}

func TestFlagFixedAfterStart(t *testing.T) {
	const id, what = "daemon-flag-fixed-after-start", "set daemon after start"
	mutation.Check(t,
		mutation.Accepted(id, what, in()),
		mutation.Mutant{
			Name: "setting the flag after start() raises another error", In: in(),
			Change: func(r *mutation.Recording) {
				r.EachAttempt(conformance.Main, what, func(e *stage.Event) { e.Data["types"] = []any{"ValueError"} })
			},
			Fails: map[string]string{id: "must be refused with AssertionError; it raised ValueError"},
		},
	)
}

func TestFlagInherited(t *testing.T) {
	const id = "daemon-flag-inherited"
	mutation.Check(t,
		returns("children of the daemon are not daemonic", "daemon", "default daemon flag", false, id),
		returns("children of the other child are daemonic", "child", "default daemon flag", true, id),
	)
}
