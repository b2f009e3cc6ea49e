package behaviors_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/internal/kept"
)

func TestBuiltInExpectations(t *testing.T) {
	g := gomega.NewWithT(t)
	all := expectations(t)
	g.Expect(all).NotTo(gomega.BeEmpty())
	for _, e := range all {
		g.Expect(e.Condition()).NotTo(gomega.BeEmpty(), e.Reason)
		g.Expect(e.Interpreter+e.Module+strings.Join(e.Modules, "")).NotTo(gomega.BeEmpty(), "%s: the entry must name an interpreter or a module", e.Reason)
	}
	entries, err := os.ReadDir("../conformance/expectations")
	g.Expect(err).NotTo(gomega.HaveOccurred())
	for _, entry := range entries {
		g.Expect(entry.Name()).To(gomega.MatchRegexp(`^(\w+\.yaml|schema\.json)$`), "no other file is read")
	}
}

// known returns a recording that shows known differences.
func known(t testing.TB, program, name, method string) *mutation.Recording {
	t.Helper()
	return mutation.Scene{File: kept.File{Program: program, Kind: kept.Known, Implementation: name, Method: method}}.Load(t)
}

// Without the expectation files, exactly the known differences must fail on the kept recordings, and no other verdict may
// change. Each of them must depend on its own entry.
func TestWithoutTheExpectationFiles(t *testing.T) {
	all := expectations(t)
	shown := map[string]bool{} // the entries and their behaviors that a recording shows
	for _, scene := range keptScenes(t) {
		r := scene.Load(t).Recording
		for _, b := range mutation.Judged(r) {
			g := gomega.NewWithT(t)
			with, without := conformance.Judge(b, r, all), conformance.Judge(b, r, nil)
			if with.Verdict != conformance.Known {
				g.Expect(with).To(gomega.Equal(without), "%s: %s is not known, but the expectation files change it", scene, b.ID)
				g.Expect(with.Verdict).To(gomega.BeElementOf(conformance.Pass, conformance.Absent), "%s: %s: %s", scene, b.ID, with.Reason)
				continue
			}
			g.Expect(without.Verdict.Unexpected()).To(gomega.BeTrue(), "%s: %s is known, but does not fail without the expectation files", scene, b.ID)
			others := slices.Clone(all)
			for _, e := range all {
				if e.Shows(b, r) {
					shown[differenceName(e, b.ID)] = true
					others = slices.DeleteFunc(others, func(o conformance.Expectation) bool {
						return slices.Contains(o.Behaviors, b.ID) && differenceName(o, b.ID) == differenceName(e, b.ID)
					})
				}
			}
			g.Expect(conformance.Judge(b, r, others)).To(gomega.Equal(without), "%s: %s without its entries", scene, b.ID)
		}
	}
	for _, e := range all {
		for _, id := range e.Behaviors {
			switch is := shown[differenceName(e, id)]; {
			case !is && e.Unshown == "":
				t.Errorf("no kept recording shows %s: keep one with go run ./internal/record, or give a reason in the field unshown", differenceName(e, id))
			case is && e.Unshown != "":
				t.Errorf("a kept recording shows %s: remove the field unshown, which says: %s", differenceName(e, id), e.Unshown)
			}
		}
	}
}

// differenceName names what an entry says of a behavior.
func differenceName(e conformance.Expectation, id string) string { return id + " of " + e.Condition() }

// A recording that shows nothing that others do not show is not kept.
func TestEachKnownRecordingIsNeeded(t *testing.T) {
	all := expectations(t)
	by := map[string][]string{} // the recordings that show an entry's behavior
	var names []string
	for _, scene := range keptScenes(t) {
		if scene.File.Kind != kept.Known {
			continue
		}
		names = append(names, scene.String())
		r := scene.Load(t).Recording
		for _, b := range mutation.Judged(r) {
			for _, e := range all {
				if e.Shows(b, r) {
					by[differenceName(e, b.ID)] = append(by[differenceName(e, b.ID)], scene.String())
				}
			}
		}
	}
	needed := map[string]bool{}
	for _, showing := range by {
		if len(showing) == 1 {
			needed[showing[0]] = true
		}
	}
	for _, name := range names {
		if !needed[name] {
			t.Errorf("%s shows nothing that other recordings do not show: remove it", name)
		}
	}
}

// serverDifferences are the behaviors that fail if an error in the main module ends the fork server.
var serverDifferences = []string{"guard-error-in-each-child", "guard-error-not-in-main", "guard-child-exitcode", "guard-main-exit-status"}

// The patch level decides: the same recording is a known difference of one release and a failure of the release before.
func TestExpectationsOfPatchLevels(t *testing.T) {
	all := expectations(t)
	recording := func(version string) *mutation.Recording {
		r := good(t, "sing-dance-unguarded", "cpython-3.14", conformance.Forkserver)
		r.Implementation.Version = version
		return r
	}
	for _, c := range []struct {
		version string
		verdict conformance.Verdict
	}{
		{"3.13.7", conformance.Fail},
		{"3.13.8", conformance.Known},
		{"3.13.11", conformance.Known},
		{"3.14.0rc1", conformance.Fail},
		{"3.14.0", conformance.Fail},
		{"3.14.1", conformance.Known},
		{"3.14.10", conformance.Known},
		{"3.15.0a1", conformance.Fail},
		{"3.15.2", conformance.Fail},
	} {
		for _, id := range serverDifferences {
			g := gomega.NewWithT(t)
			b := find(t, id)
			g.Expect(conformance.Judge(b, recording(c.version).Recording, all).Verdict).To(gomega.Equal(c.verdict), "%s of %s", id, c.version)
			for name, change := range map[string]func(r *mutation.Recording){
				"another interpreter":  func(r *mutation.Recording) { r.Implementation.Interpreter = "pypy" },
				"another module":       func(r *mutation.Recording) { r.Implementation.Module = "another" },
				"another start method": func(r *mutation.Recording) { r.Method = conformance.Spawn },
			} {
				other := recording(c.version)
				change(other)
				g.Expect(conformance.Judge(b, other.Recording, all).Verdict).To(gomega.Equal(conformance.Fail), "%s of %s, %s", id, c.version, name)
			}
		}
	}
}

// For PyPy its release decides, and not the version of Python: for years, PyPy released several versions together.
func TestExpectationsOfReleases(t *testing.T) {
	all := expectations(t)
	for release, verdict := range map[string]conformance.Verdict{
		"7.3.11": conformance.Known, "7.3.16": conformance.Known, "7.3.17": conformance.Fail, "8.0.1": conformance.Fail, "": conformance.Fail,
	} {
		r := known(t, "parent-exits", "pypy-3.9", conformance.Fork)
		r.Implementation.Version, r.Implementation.Release = "3.10.14", release
		result := conformance.Judge(find(t, "exit-interrupt-waits-for-child"), r.Recording, all)
		gomega.NewWithT(t).Expect(result.Verdict).To(gomega.Equal(verdict), release)
	}
}

// A difference in the code of multiprocessing is known for all modules that share the code, at the versions that have it.
func TestExpectationsOfSharedCode(t *testing.T) {
	all := expectations(t)
	g := gomega.NewWithT(t)
	exit := func(interpreter, module, version string) conformance.Verdict {
		r := known(t, "exit-codes", "cpython-3.6", conformance.Forkserver)
		i := &r.Implementation
		i.Interpreter, i.Module, i.Version = interpreter, module, version
		return conformance.Judge(find(t, "exitcode-zero-after-sys-exit-without-status"), r.Recording, all).Verdict
	}
	for _, module := range []string{"multiprocessing", "loky", "torch.multiprocessing", "multiprocess"} {
		g.Expect(exit("pypy", module, "3.8.16")).To(gomega.Equal(conformance.Known), module)
		g.Expect(exit("cpython", module, "3.9.0")).To(gomega.Equal(conformance.Fail), module)
	}
	g.Expect(exit("cpython", "another", "3.8.16")).To(gomega.Equal(conformance.Fail))

	first := func(platform, version string) conformance.Verdict {
		r := mutation.In("set-start-method", conformance.Spawn).On(mutation.MacOS)[0].Load(t)
		r.SetData("methods", conformance.Main, "methods", []any{conformance.Fork, conformance.Spawn, conformance.Forkserver})
		r.Implementation.Platform, r.Implementation.Version = platform, version
		return conformance.Judge(find(t, "method-default-listed-first"), r.Recording, all).Verdict
	}
	for version, expected := range map[string]conformance.Verdict{
		"3.7.17": conformance.Fail, "3.8.0": conformance.Known, "3.8.3": conformance.Known, "3.8.4": conformance.Fail, "3.9.0": conformance.Fail,
	} {
		g.Expect(first("darwin", version)).To(gomega.Equal(expected), version)
	}
	g.Expect(first("freebsd", "3.8.3")).To(gomega.Equal(conformance.Fail))
}

// A driver of another language must not be judged by the documentation of multiprocessing, whatever its version is.
func TestBehaviorsOfPythonOnly(t *testing.T) {
	g := gomega.NewWithT(t)
	node := implementation.Implementation{
		Interpreter: "node", Version: "26.1.0", Module: "child_process", Platform: "linux", Methods: []string{conformance.Spawn, conformance.Fork},
	}
	for _, id := range []string{"method-list-complete", "helper-kinds-by-method", "thread-fork-warning"} {
		b := find(t, id)
		g.Expect(b.AppliesTo(node, conformance.Fork)).To(gomega.BeFalse(), id)
		for _, interpreter := range []string{"cpython", "pypy", "graalpy"} {
			python := node
			python.Interpreter, python.Version = interpreter, "3.13.0"
			g.Expect(b.AppliesTo(python, conformance.Fork)).To(gomega.BeTrue(), "%s of %s", id, interpreter)
		}
	}
}

func TestWhichBehaviorsApply(t *testing.T) {
	g := gomega.NewWithT(t)
	cpython := good(t, "set-start-method", "cpython-3.12", conformance.Fork).Implementation
	goLang := good(t, "set-start-method", "go", conformance.Spawn).Implementation
	for _, c := range []struct {
		id      string
		i       implementation.Implementation
		method  string
		applies bool
	}{
		{"method-set-unavailable-raises", cpython, conformance.Fork, false}, // all start methods are available
		{"method-list-complete", goLang, conformance.Spawn, false},          // it is about Python
		{"method-list-complete", cpython, conformance.Spawn, true},
		{"identity-ppid-is-server", cpython, conformance.Fork, false},
		{"identity-ppid-is-main", cpython, conformance.Forkserver, false},
		{"guard-fork-unaffected", cpython, conformance.Spawn, false},
	} {
		g.Expect(find(t, c.id).AppliesTo(c.i, c.method)).To(gomega.Equal(c.applies), "%s under %s", c.id, c.method)
	}
	for _, b := range conformance.All() {
		if b.Group() == "guard" && len(b.Methods) > 0 {
			g.Expect(b.AppliesTo(cpython, "loky")).To(gomega.BeFalse(), b.ID)
		}
	}
}
