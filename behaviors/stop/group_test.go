package stop_test

import (
	"fmt"
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestMain(m *testing.M) { mutation.Main(m, "stop") }

// in returns the good recordings of the program of this group.
func in(methods ...string) mutation.Scenes { return mutation.In("exit-codes", methods...) }

func windows() mutation.Scenes { return in(conformance.Spawn).On(mutation.Windows) }

func macOS() mutation.Scenes { return in(conformance.Fork).On(mutation.MacOS) }

// interrupting returns the good recording of a version that has interrupt().
func interrupting() mutation.Scenes {
	return mutation.By("cpython-3.15", "exit-codes", conformance.Forkserver)
}

// reaches returns the mutant in which a stopped child reports an event that it must not report.
func reaches(role, event, id, reason string) mutation.Mutant {
	return mutation.Mutant{
		Name: role + " reports " + event, In: in(),
		Change: func(r *mutation.Recording) {
			e := r.First("enter", role)
			e.Event = event
			r.Insert(r.Index("last", conformance.Main), e)
		},
		Fails: map[string]string{id: reason},
	}
}

// unreported returns the mutant in which the main process does not report how it stopped a child. It must fail all ids.
func unreported(what string, ids ...string) mutation.Mutant {
	fails := map[string]string{}
	for _, id := range ids {
		fails[id] = fmt.Sprintf("main must report the attempt %q exactly once", what)
	}
	return mutation.Mutant{
		Name: "main does not report the attempt " + what, In: in(),
		Change: func(r *mutation.Recording) { r.RemoveAttempt(conformance.Main, what) },
		Fails:  fails,
	}
}
