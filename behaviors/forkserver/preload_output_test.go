package forkserver_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestPreloadOutput(t *testing.T) {
	const id = "forkserver-preload-output-once"
	mutation.CheckFails(t, "each child prints the text again", inAccess(), field("preload printing", "printed", 3.0), id,
		"the number of times that the text of the module is printed")
	mutation.CheckFails(t, "a child does not run", inAccess(), func(r *mutation.Recording) {
		r.RemoveEvents("leave", "printing 1")
	}, id, `printing 1 must report "leave" exactly once`)
}
