package forkserver_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestPreloadNumber(t *testing.T) {
	const id = "forkserver-preload-number-raises"
	mutation.Check(t, mutation.Accepted(id, "preload number", inAccess()))
	mutation.CheckFails(t, "a number raises another error", inAccess(), func(r *mutation.Recording) {
		r.EachAttempt(conformance.Main, "preload number", func(e *stage.Event) { e.Data["types"] = []any{"AttributeError"} })
	}, id, "must be refused with TypeError")
}
