package method_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestDefaultMatchesDocumentation(t *testing.T) {
	const id = "method-default-matches-documentation"
	other := func(name string, scenes mutation.Scenes, first string, rest ...any) mutation.Mutant {
		return mutation.Mutant{
			Name: name, In: scenes,
			Change: func(r *mutation.Recording) {
				r.Implementation.Default = first
				r.SetData("methods", conformance.Main, "methods", append([]any{first}, rest...))
			},
			Fails:   map[string]string{id: "the default start method must be"},
			Changes: []string{"method-default-observed"},
		}
	}
	mutation.Check(t,
		other("the default is not the documented one", in(), conformance.Spawn, conformance.Fork, conformance.Forkserver),
		other("3.15 still forks by default", mutation.By("cpython-3.15", "set-start-method", conformance.Forkserver), conformance.Fork, conformance.Spawn, conformance.Forkserver),
		other("macOS forks by default", in(conformance.Spawn).On(mutation.MacOS), conformance.Fork, conformance.Spawn, conformance.Forkserver),
	)
}
