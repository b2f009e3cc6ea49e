package exitcode_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestSysExitHugeNumber(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "a huge number is cut", In: in(),
		Change: func(r *mutation.Recording) {
			r.Remove(func(e stage.Event) bool { return e.Event == "attempt" && e.Role == "exit-huge" })
			r.SetReturned(conformance.Main, "status exit-huge", 7.0)
		},
		Changes: []string{"exitcode-sys-exit-huge-number"},
	})
}
