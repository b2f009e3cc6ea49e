package pickle_test

import (
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestMain(m *testing.M) { mutation.Main(m, "pickle") }

// in returns the good recordings of the program of this group.
func in(methods ...string) mutation.Scenes { return mutation.In("pickling", methods...) }

// importing returns the good recordings under spawn and forkserver.
func importing() mutation.Scenes { return in(conformance.ImportingMain()...) }

func localTargets() []string         { return []string{"lambda", "nested", "local"} }
func unpicklableArguments() []string { return []string{"file", "thread-lock", "generator"} }

// misreceived returns the mutant in which a child received something else.
func misreceived(role, id string, args []any, reason string) mutation.Mutant {
	return mutation.Mutant{
		Name: role + " receives something else", In: in(),
		Change: func(r *mutation.Recording) { r.SetData("enter", role, "args", args) },
		Fails:  map[string]string{id: reason},
	}
}

// targetRuns returns the mutant in which a target runs that must not run.
func targetRuns(role, id string) mutation.Mutant {
	return mutation.Mutant{
		Name: "the target of " + role + " runs", In: importing(),
		Change: func(r *mutation.Recording) {
			e := r.First("enter", "function")
			e.Role = role
			r.Insert(r.Index("last", conformance.Main), e)
		},
		Fails: map[string]string{id: "the target of " + role + " must not run"},
	}
}

// refused returns the mutants of a role whose start() must raise an error, and whose child must run under fork.
func refused(role, id string) []mutation.Mutant {
	const underFork = "pickle-not-needed-under-fork"
	accepted := mutation.Accepted(id, "start "+role, importing())
	accepted.Changes = []string{"pickle-refusal-errors"}
	if role == "lambda" {
		accepted.Fails["pickle-refused-start-leaves-process-unstarted"] = accepted.Fails[id]
	}
	return append(mutation.WrongReturn(underFork, "status "+role, 1.0, in(conformance.Fork), ""),
		accepted, targetRuns(role, id), mutation.NotEntered(role, in(conformance.Fork), underFork))
}

// failsInChild returns the mutants of a role whose child must fail, and must run under fork.
func failsInChild(role, id string) []mutation.Mutant {
	return append(mutation.WrongReturn(id, "status "+role, 0.0, importing(), ""),
		mutation.Unreported(id, "start "+role, importing()), targetRuns(role, id),
		mutation.NotEntered(role, in(conformance.Fork), "pickle-not-needed-under-fork"))
}
