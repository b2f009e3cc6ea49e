package daemon_test

import (
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestMain(m *testing.M) { mutation.Main(m, "daemon") }

// in returns the good recordings of the program of this group.
func in() mutation.Scenes { return mutation.In("daemons") }

// returns is the mutant in which an attempt of a role returns a wrong value.
func returns(name, role, what string, value any, id string) mutation.Mutant {
	return mutation.Mutant{
		Name: name, In: in(),
		Change: func(r *mutation.Recording) { r.SetReturned(role, what, value) },
		Fails:  map[string]string{id: `the attempt "` + what + `" of ` + role + " must return"},
	}
}
