package atexit_test

import (
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestMain(m *testing.M) { mutation.Main(m, "atexit") }

// in returns the good recordings of the program of this group.
func in(methods ...string) mutation.Scenes { return mutation.In("helper-processes", methods...) }

// runHandler adds a handler that a role runs.
func runHandler(role, kind string) func(r *mutation.Recording) {
	return func(r *mutation.Recording) {
		e := r.First("enter", role)
		e.Event, e.Data = "handler", map[string]any{"kind": kind}
		r.Insert(r.Index("last", conformance.Main), e)
	}
}
