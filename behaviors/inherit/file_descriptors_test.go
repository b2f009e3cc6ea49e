package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestFileDescriptorsClosed(t *testing.T) {
	const id = "inherit-file-descriptors-closed"
	for _, kind := range []string{"plain", "inheritable", "pipe", "socket"} {
		mutation.CheckFails(t, "a child has the "+kind, importing(), func(r *mutation.Recording) {
			r.Each("state", later, func(e *stage.Event) { e.Data["descriptors"].(map[string]any)[kind] = true })
		}, id, "the "+kind+" must be closed in the later child")
		mutation.CheckFails(t, "the main process does not have the "+kind, importing(), func(r *mutation.Recording) {
			r.Each("state", conformance.Main, func(e *stage.Event) { delete(e.Data["descriptors"].(map[string]any), kind) })
		}, id, "the "+kind+" must be open in the main process")
	}
}

func TestFileDescriptorsOfSiblings(t *testing.T) {
	const id = "inherit-file-descriptors-of-siblings"
	mutation.CheckFails(t, "a child has a descriptor of its elder sibling", importing(), func(r *mutation.Recording) {
		r.EachAttempt("younger", "count descriptors", func(e *stage.Event) { e.Data["value"] = e.Data["value"].(float64) + 1 })
	}, id, "the number of open descriptors of the younger child must be")
	mutation.CheckFails(t, "the elder sibling ends before the younger one begins", importing(), func(r *mutation.Recording) {
		r.MoveBefore("leave", "elder", "enter", "younger")
	}, id, `"enter" of younger must come before "leave" of elder`)
}
