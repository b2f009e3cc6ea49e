package exitcode_test

import (
	"strings"
	"testing"

	_ "github.com/singdance/singdance/behaviors"
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

// onStderr returns the mutant in which a text on standard error is another one.
func onStderr(name, old, text, id, reason string) mutation.Mutant {
	return mutation.Mutant{
		Name: name, In: in(),
		Change: func(r *mutation.Recording) { r.Stderr = strings.ReplaceAll(r.Stderr, old, text) },
		Fails:  map[string]string{id: reason},
	}
}
