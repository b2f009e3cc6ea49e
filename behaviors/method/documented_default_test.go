package method_test

import (
	"testing"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

// matchesDocumentation returns the behavior that compares the default start method with the documented one.
func matchesDocumentation(t *testing.T) conformance.Behavior {
	t.Helper()
	b, found := conformance.Find("method-default-matches-documentation")
	if !found {
		t.Fatal("the behavior does not exist")
	}
	return b
}

// checkDefault checks that a default start method is accepted exactly if it is the documented one.
func checkDefault(t *testing.T, i implementation.Implementation, documented string) {
	t.Helper()
	b := matchesDocumentation(t)
	if !b.AppliesTo(i, conformance.Spawn) {
		t.Errorf("%s, %s: it does not apply", i.Platform, i.Version)
	}
	for _, method := range []string{conformance.Fork, conformance.Spawn, conformance.Forkserver} {
		i.Default = method
		verdict := conformance.Judge(b, &stage.Recording{Implementation: i, Outcome: stage.Ended}, nil).Verdict
		if (verdict == conformance.Pass) != (method == documented) {
			t.Errorf("%s, %s, %v: the verdict on the default %s is %s", i.Platform, i.Version, i.Methods, method, verdict)
		}
	}
}

// The documentation is about released versions, and a prerelease of 3.14 is documented like 3.14: CPython's change to
// forkserver (gh-84559) was made before 3.14.0a1. The change to spawn on macOS (bpo-33725) was made between 3.8.0a4 and
// 3.8.0b1, so an alpha of 3.8 that forks there differs from the documentation of 3.8.
func TestDocumentedDefault(t *testing.T) {
	all := []string{conformance.Fork, conformance.Spawn, conformance.Forkserver}
	withoutForkserver, onlySpawn := all[:2], all[1:2]
	for _, c := range []struct {
		platform, version string
		methods           []string
		documented        string
	}{
		{"win32", "3.6.15", onlySpawn, conformance.Spawn},
		{"win32", "3.13.0", onlySpawn, conformance.Spawn},
		{"win32", "3.14.0", onlySpawn, conformance.Spawn},
		{"win32", "3.15.0a1", onlySpawn, conformance.Spawn},

		{"darwin", "3.6.15", all, conformance.Fork},
		{"darwin", "3.7.17", all, conformance.Fork},
		{"darwin", "3.8.0a4", all, conformance.Spawn},
		{"darwin", "3.8.0rc1", all, conformance.Spawn},
		{"darwin", "3.8.0", all, conformance.Spawn},
		{"darwin", "3.13.7", all, conformance.Spawn},
		{"darwin", "3.14.0rc1", all, conformance.Spawn},
		{"darwin", "3.14.0", all, conformance.Spawn},
		{"darwin", "3.15.2", all, conformance.Spawn},

		{"linux", "3.6.15", all, conformance.Fork},
		{"linux", "3.8.0", all, conformance.Fork},
		{"linux", "3.13.0rc1", all, conformance.Fork},
		{"linux", "3.13.11", all, conformance.Fork},
		{"linux", "3.14.0a1", all, conformance.Forkserver},
		{"linux", "3.14.0rc1", all, conformance.Forkserver},
		{"linux", "3.14.0", all, conformance.Forkserver},
		{"linux", "3.14.10", all, conformance.Forkserver},
		{"linux", "3.15.0a1", all, conformance.Forkserver},
		{"linux", "3.15.2", all, conformance.Forkserver},

		{"freebsd", "3.11.9", all, conformance.Fork},
		{"freebsd", "3.14.0", all, conformance.Forkserver},
		{"openbsd", "3.13.1", withoutForkserver, conformance.Fork},
		{"openbsd", "3.14.0", withoutForkserver, conformance.Spawn},
		{"linux", "3.14.2", withoutForkserver, conformance.Spawn},
	} {
		checkDefault(t, implementation.Implementation{
			Module: "multiprocessing", Platform: c.platform, Version: c.version, Methods: c.methods,
		}, c.documented)
	}
}

func TestDocumentedDefaultOfOtherModules(t *testing.T) {
	for platform, documented := range map[string]string{
		"linux": conformance.Fork, "freebsd": conformance.Fork, "darwin": conformance.Spawn, "win32": conformance.Spawn,
	} {
		i := implementation.Implementation{
			Module: "startmethods", Platform: platform, Version: "1.26.1",
			Methods: []string{conformance.Spawn, conformance.Fork, conformance.Forkserver},
		}
		checkDefault(t, i, documented)
		i.Methods = []string{conformance.Spawn} // where fork is not available
		checkDefault(t, i, conformance.Spawn)
	}
	for _, module := range []string{"billiard", "loky", ""} { // no documented default is known
		i := implementation.Implementation{Module: module, Platform: "linux", Version: "3.12.1", Methods: []string{conformance.Fork}}
		if matchesDocumentation(t).AppliesTo(i, conformance.Fork) {
			t.Errorf("it applies to the module %q", module)
		}
	}
}

// forkserver must be listed on systems that can pass file descriptors over Unix sockets.
func TestListNeedsForkserverOnlyWithDescriptorPassing(t *testing.T) {
	b, found := conformance.Find("method-list-complete")
	if !found {
		t.Fatal("the behavior does not exist")
	}
	for descriptors, verdict := range map[any]conformance.Verdict{true: conformance.Fail, false: conformance.Pass, nil: conformance.Pass} {
		r := mutation.In("set-start-method", conformance.Fork)[0].Load(t)
		r.SetData("methods", conformance.Main, "methods", []any{conformance.Fork, conformance.Spawn})
		r.SetData("methods", conformance.Main, "descriptors", descriptors)
		result := conformance.Judge(b, r.Recording, nil)
		gomega.NewWithT(t).Expect(result.Verdict).To(gomega.Equal(verdict), "descriptors: %v", descriptors)
	}
}
