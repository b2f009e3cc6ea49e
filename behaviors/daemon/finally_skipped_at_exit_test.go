package daemon_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestFinallySkippedAtExit(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "the finally clause of the daemon runs", In: in(),
		Change: func(r *mutation.Recording) {
			e := r.First("enter", "daemon")
			e.Event = "finally"
			r.Insert(r.Index("exit", conformance.Main), e)
		},
		Fails: map[string]string{"daemon-finally-skipped-at-exit": "the finally clause of the daemon must not run"},
	})
}
