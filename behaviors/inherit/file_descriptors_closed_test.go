package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestFileDescriptorsClosed(t *testing.T) {
	const id = "inherit-file-descriptors-closed"
	for _, kind := range []string{"plain", "inheritable"} {
		mutation.CheckFails(t, "a child has the "+kind+" descriptor", importing(), func(r *mutation.Recording) {
			r.Each("state", later, func(e *stage.Event) { e.Data["descriptors"].(map[string]any)[kind] = true })
		}, id, "the "+kind+" descriptor must be closed in the later child")
		mutation.CheckFails(t, "the main process does not have the "+kind+" descriptor", importing(), func(r *mutation.Recording) {
			r.Each("state", conformance.Main, func(e *stage.Event) { delete(e.Data["descriptors"].(map[string]any), kind) })
		}, id, "the "+kind+" descriptor must be open in the main process")
	}
}
