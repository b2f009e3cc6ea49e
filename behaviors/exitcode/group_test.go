package exitcode_test

import (
	"strings"
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestMain(m *testing.M) { mutation.Main(m, "exitcode") }

// in returns the good recordings of the program of this group.
func in(methods ...string) mutation.Scenes { return mutation.In("exit-codes", methods...) }

// wrongCode returns the mutants of a child whose exit code is judged: it is wrong, it is not reported, and the child does not
// reach its target.
func wrongCode(id, role string, wrong float64) []mutation.Mutant {
	return append(mutation.WrongReturn(id, "status "+role, wrong, in(), ""), mutation.NotEntered(role, in(), id))
}

// TestTargetEndsChild checks that each way to end a child must end its target too.
func TestTargetEndsChild(t *testing.T) {
	for role, id := range map[string]string{
		"exit": "exitcode-zero-after-sys-exit-without-status", "exit-3": "exitcode-sys-exit-number",
		"exit-false": "exitcode-sys-exit-number-false", "exit-own": "exitcode-sys-exit-number-in-subclass",
		"exit-text": "exitcode-sys-exit-text", "failed": "exitcode-uncaught-exception",
		"interrupt-raised": "exitcode-uncaught-keyboard-interrupt", "os-exit-4": "exitcode-os-exit",
		"killed-itself": "exitcode-negative-signal", "aborted": "exitcode-abort",
	} {
		mutation.CheckFails(t, "the target of "+role+" returns", in(), func(r *mutation.Recording) {
			e := r.First("enter", role)
			e.Event = "leave"
			r.Insert(r.Index("last", conformance.Main), e)
		}, id, "the target of "+role+" must not return; it did")
	}
}

// onStderr returns the mutant in which a text on standard error is another one.
func onStderr(name, old, text, id, reason string) mutation.Mutant {
	return mutation.Mutant{
		Name: name, In: in(),
		Change: func(r *mutation.Recording) { r.Stderr = strings.ReplaceAll(r.Stderr, old, text) },
		Fails:  map[string]string{id: reason},
	}
}
