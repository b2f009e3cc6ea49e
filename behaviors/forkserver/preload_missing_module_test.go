package forkserver_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestPreloadMissingModule(t *testing.T) {
	const id = "forkserver-preload-missing-module-ignored"
	mutation.CheckFails(t, "a child does not run", inAccess(), func(r *mutation.Recording) {
		r.RemoveEvents("leave", "missing 2")
	}, id, `missing 2 must report "leave" exactly once`)
	mutation.CheckFails(t, "a child fails", inAccess(), func(r *mutation.Recording) {
		r.SetReturned("main of missing", "status missing 1", 1.0)
	}, id, "the exit code of missing 1 must be 0")
}
