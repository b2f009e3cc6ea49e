package tracker_test

import (
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestMain(m *testing.M) { mutation.Main(m, "tracker") }

// in returns the good recordings of the program of this group.
func in(methods ...string) mutation.Scenes { return mutation.In("helper-processes", methods...) }

// newest returns the good recordings of a version that has track=False.
func newest() mutation.Scenes { return mutation.By("cpython-3.15", "helper-processes") }

// setExists changes whether a role found a resource when it looked for it.
func setExists(role, when, kind string, exists bool) func(r *mutation.Recording) {
	return func(r *mutation.Recording) {
		r.EachAttempt(role, when, func(e *stage.Event) { e.Data["value"].(map[string]any)[kind] = exists })
	}
}

// setReturned changes what an attempt of a role returned.
func setReturned(role, what string, value any) func(r *mutation.Recording) {
	return func(r *mutation.Recording) { r.SetReturned(role, what, value) }
}
