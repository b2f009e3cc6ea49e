package obstacle_test

import (
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestMain(m *testing.M) { mutation.Main(m, "obstacle") }

// in returns the good recordings of start-obstacles, by the newest Python: older ones have known differences.
func in(methods ...string) mutation.Scenes {
	return mutation.By("cpython-3.15", "start-obstacles", methods...)
}

// returns changes what an attempt of the main process returns.
func returns(what string, value any) func(r *mutation.Recording) {
	return func(r *mutation.Recording) { r.SetReturned(conformance.Main, what, value) }
}

// prints adds a line to standard error.
func prints(line string) func(r *mutation.Recording) {
	return func(r *mutation.Recording) { r.Stderr += line + "\n" }
}
