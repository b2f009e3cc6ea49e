package atexit_test

import (
	"strings"
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestCannotChangeExitcode(t *testing.T) {
	const id = "atexit-cannot-change-exitcode"
	judged := append(in(conformance.Spawn), mutation.By("cpython-3.15", "helper-processes")...)
	mutation.Check(t,
		mutation.Mutant{
			Name: "an exit handler changes the exit code", In: judged,
			Change: func(r *mutation.Recording) { r.SetJoinedExitCode("third", 9) },
			Fails:  map[string]string{id: "the exit code of the child must be 0; it is 9"},
		},
		mutation.Mutant{
			Name: "the child is not joined", In: judged,
			Change: func(r *mutation.Recording) { r.RemoveJoined("third") },
			Fails:  map[string]string{id: "the main process must join the child"},
		},
	)
}

func TestCannotChangeExitcodeNeedsHandler(t *testing.T) {
	b, _ := conformance.Find("atexit-cannot-change-exitcode")
	for _, scene := range in(conformance.Spawn) {
		r := scene.Load(t)
		r.RemoveEvents("handler", "third")
		if got := conformance.Judge(b, r.Recording, nil); got.Verdict != conformance.Pass {
			t.Errorf("if SystemExit is on standard error, the verdict must be pass; it is %s: %s", got.Verdict, got.Reason)
		}
		r.Stderr = strings.ReplaceAll(r.Stderr, "SystemExit", "")
		if got := conformance.Judge(b, r.Recording, nil); got.Verdict != conformance.Absent {
			t.Errorf("if the handler does not run, the verdict must be absent; it is %s: %s", got.Verdict, got.Reason)
		}
	}
}
