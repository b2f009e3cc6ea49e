package method_test

import (
	"testing"

	"github.com/onsi/gomega"

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

// Since 3.14.9 and 3.15.1, the default is spawn where no folder for temporary files can be written to.
func TestDocumentedDefaultWithoutTemporaryFolder(t *testing.T) {
	for version, want := range map[string]conformance.Verdict{
		"3.14.8": conformance.Fail, "3.14.9": conformance.Pass, "3.15.0a1": conformance.Fail, "3.15.0": conformance.Fail, "3.15.1": conformance.Pass,
	} {
		for folder, want := range map[bool]conformance.Verdict{true: conformance.Fail, false: want} {
			r := mutation.By("cpython-3.15", "set-start-method", conformance.Spawn)[0].Load(t)
			r.Implementation.Version, r.Implementation.Default = version, conformance.Spawn
			r.SetData("methods", conformance.Main, "temporary_folder", folder)
			b, _ := conformance.Find("method-default-matches-documentation")
			result := conformance.Judge(b, r.Recording, nil)
			gomega.NewWithT(t).Expect(result.Verdict).To(gomega.Equal(want), "%s, folder %v: %s", version, folder, result.Reason)
		}
	}
}
