package forkserver_test

import (
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestMain(m *testing.M) { mutation.Main(m, "forkserver") }

// in returns the good recordings of the program of this group.
func in(methods ...string) mutation.Scenes { return mutation.In("helper-processes", methods...) }

// returns is the mutant in which an attempt of a role returns a wrong value.
func returns(name, role, what string, value any, id string, methods ...string) mutation.Mutant {
	return mutation.Mutant{
		Name: name, In: in(methods...),
		Change: func(r *mutation.Recording) { r.SetReturned(role, what, value) },
		Fails:  map[string]string{id: `the attempt "` + what + `" of ` + role + " must return"},
	}
}
