package nested_test

import (
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestMain(m *testing.M) { mutation.Main(m, "nested") }

// in returns the good recordings of the program of this group.
func in(methods ...string) mutation.Scenes { return mutation.In("nested-processes", methods...) }

// returns is the mutant in which an attempt of a role returns a wrong value.
func returns(name, role, what string, value any, id string) mutation.Mutant {
	return mutation.Mutant{
		Name: name, In: in(),
		Change: func(r *mutation.Recording) { r.SetReturned(role, what, value) },
		Fails:  map[string]string{id: `the attempt "` + what + `" of ` + role + " must return"},
	}
}

// The parent of a terminated child must join it before anything of that child can be judged.
func TestTerminatedChildNotJoined(t *testing.T) {
	const reason = "the main process must join intermediate"
	mutation.Check(t, mutation.Mutant{
		Name: "the terminated child is not joined", In: in(),
		Change: func(r *mutation.Recording) { r.RemoveJoined("intermediate") },
		Fails: map[string]string{
			"nested-terminated-child-ends-at-once": reason, "nested-terminated-child-exitcode": reason,
			"nested-grandchild-survives-terminated-child": reason,
		},
	})
}
