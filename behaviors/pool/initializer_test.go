package pool_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestInitializer(t *testing.T) {
	mutation.CheckFails(t, "the initializer does not run in the second worker", in(),
		func(r *mutation.Recording) { set(r, "right", "arguments", nil) },
		"pool-initializer-runs-in-each-worker", "what the initializer has left for the task right")
	mutation.CheckFails(t, "the initializer receives the arguments in another order", in(),
		func(r *mutation.Recording) { set(r, "given context", "arguments", []any{7.0, "given"}) },
		"pool-initializer-receives-arguments", `the initializer must receive "given" and 7`)
	mutation.CheckChanges(t, "a failing initializer is not called again", in(),
		func(r *mutation.Recording) { r.SetReturned(conformance.Main, "failing initializer", false) }, "pool-initializer-failure")
}
