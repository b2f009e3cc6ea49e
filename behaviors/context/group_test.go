package context_test

import (
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestMain(m *testing.M) { mutation.Main(m, "context") }

// in returns the good recordings of the program of this group.
func in(methods ...string) mutation.Scenes { return mutation.In("mixed-contexts", methods...) }

// returned returns a change of what an attempt of the main process returned.
func returned(what string, value any) func(r *mutation.Recording) {
	return func(r *mutation.Recording) { r.SetReturned(conformance.Main, what, value) }
}
