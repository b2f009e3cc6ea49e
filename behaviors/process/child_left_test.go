package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestChildLeft(t *testing.T) {
	in := mutation.In("process-ends", conformance.ImportingMain()...)
	for id, attempt := range map[string]struct {
		what  string
		wrong any
	}{
		"process-child-left-join-returns":   {"join with a child left", false},
		"process-child-left-sentinel-ready": {"sentinel with a child left", false},
		"process-child-left-exitcode":       {"exitcode with a child left", nil},
	} {
		mutation.Check(t, mutation.WrongReturn(id, attempt.what, attempt.wrong, in, "")...)
	}
	mutation.Check(t, mutation.Mutant{
		Name: "the child of the child does not run", In: in,
		Change: func(r *mutation.Recording) { r.SetReturned(conformance.Main, "left still runs", false) },
		Fails: map[string]string{
			"process-child-left-join-returns":   `the attempt "left still runs" of main must return`,
			"process-child-left-sentinel-ready": `the attempt "left still runs" of main must return`,
			"process-child-left-exitcode":       `the attempt "left still runs" of main must return`,
		},
	})
}
