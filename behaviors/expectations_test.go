package behaviors_test

import (
	"os"
	"slices"
	"strconv"
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
		if e.Verdict == "" || e.Verdict == conformance.Fail {
			g.Expect(e.Seen).NotTo(gomega.BeZero(), "%s: the entry must say what is seen", e.Reason)
		}
		g.Expect(e.URL).To(gomega.MatchRegexp(pinned), "%s: the URL must name an issue, a change, or a file at a tag or a commit", e.Reason)
		g.Expect(e.ModuleVer == "" && slices.Contains(ownCode, e.Module)).To(gomega.BeFalse(), "%s: %s has code of its own, so the entry must say which versions of it", e.Reason, e.Module)
	}
	entries, err := os.ReadDir("../conformance/expectations")
	g.Expect(err).NotTo(gomega.HaveOccurred())
	for _, entry := range entries {
		g.Expect(entry.Name()).To(gomega.MatchRegexp(`^(\w+\.yaml|schema\.json)$`), "no other file is read")
	}
}

// pinned matches the URLs that a built-in entry may have: what they name does not change.
const pinned = `^https://github\.com/[\w.-]+/[\w.-]+/` +
	`((issues|pull)/[0-9]+|blob/(v?[0-9]+(\.[0-9]+)+(rc[0-9]+)?|go[0-9]+(\.[0-9]+)+|[0-9a-f]{40})/[\w./-]+#L[0-9]+(-L[0-9]+)?)$`

// ownCode names modules that start children with code of their own.
var ownCode = []string{"billiard", "multiprocess"}

// The bounds of each entry hold exactly: at each bound, the last version that has the difference is covered, and the next
// one is not.
func TestBoundsOfExpectations(t *testing.T) {
	for _, e := range expectations(t) {
		for _, field := range []struct {
			name, specifiers string
			set              func(i *implementation.Implementation, version string)
		}{
			{"version", e.Version, func(i *implementation.Implementation, version string) { i.Version = version }},
			{"release", e.Release, func(i *implementation.Implementation, version string) { i.Release = version }},
			{"module_version", e.ModuleVer, func(i *implementation.Implementation, version string) { i.ModuleVersion = version }},
		} {
			if field.specifiers == "" {
				continue
			}
			for specifier := range strings.SplitSeq(field.specifiers, ",") {
				for version, covered := range edges(t, strings.TrimSpace(specifier)) {
					i, method := affected(t, e)
					field.set(&i, version)
					for _, id := range e.Behaviors {
						if e.Covers(id, i, method) != covered {
							t.Errorf("%s: %s of %s %s: covered must be %t", e.Condition(), id, field.name, version, covered)
						}
					}
				}
			}
		}
	}
}

// affected returns an implementation and a start method that the entry covers.
func affected(t *testing.T, e conformance.Expectation) (i implementation.Implementation, method string) {
	t.Helper()
	first := func(values ...string) string { return append(values, "")[0] }
	inside := func(specifiers string) string {
		if specifiers == "" {
			return ""
		}
		for specifier := range strings.SplitSeq(specifiers, ",") {
			for version := range edges(t, strings.TrimSpace(specifier)) {
				if conformance.VersionIn(version, specifiers) {
					return version
				}
			}
		}
		return ""
	}
	method = first(append(slices.Clone(e.Methods), conformance.Spawn)...)
	i = implementation.Implementation{
		Interpreter: e.Interpreter, Module: e.Module, Platform: first(e.Platforms...),
		Version: inside(e.Version), Release: inside(e.Release), ModuleVersion: inside(e.ModuleVer),
	}
	if len(e.Modules) > 0 {
		i.Module = e.Modules[0]
	}
	if !e.Covers(e.Behaviors[0], i, method) {
		t.Fatalf("%s: no version is covered", e.Condition())
	}
	return i, method
}

// edges returns the versions next to the bound of one version specifier, and whether each satisfies it.
func edges(t *testing.T, specifier string) map[string]bool {
	t.Helper()
	version := strings.TrimLeft(specifier, "<>=")
	switch operator := strings.TrimSuffix(specifier, version); operator {
	case "<":
		return map[string]bool{before(version): true, version: false}
	case "<=":
		return map[string]bool{version: true, version + ".0.1": false}
	case ">=":
		return map[string]bool{before(version): false, version: true}
	case "==":
		return map[string]bool{before(version): false, version: true, version + ".0.1": false}
	default:
		t.Fatalf("the bound %s has an operator that this test does not know", specifier)
		return nil
	}
}

// before returns a version just before another: 3.13.7 before 3.13.8, and 3.12.999 before 3.13.
func before(version string) string {
	parts := strings.Split(version, ".")
	last, _ := strconv.Atoi(parts[len(parts)-1])
	parts[len(parts)-1] = strconv.Itoa(last - 1)
	if len(parts) == 2 {
		parts = append(parts, "999")
	}
	return strings.Join(parts, ".")
}

// The versions with a difference are those of the issues and changelogs, and not only those of the entries.
func TestVersionsWithDifferences(t *testing.T) {
	all := expectations(t)
	for _, c := range []struct {
		id, method string
		module     string
		platform   string
		known      []string
		unknown    []string
	}{
		{ // gh-132124, gh-97514 (abstract sockets), gh-140734, gh-149527
			"helper-tmpdir-path-at-socket-limit", conformance.Forkserver, "multiprocessing", "linux",
			[]string{
				"3.6.15", "3.8.20", "3.9.16", "3.9.25", "3.10.9", "3.10.20", "3.11.0", "3.12.13", "3.13.0", "3.13.5", "3.13.6", "3.13.9",
				"3.13.14", "3.13.18", "3.14.0", "3.14.5", "3.14.9", "3.15.0", "3.15.1",
			},
			[]string{"3.9.0", "3.9.15", "3.10.0", "3.10.8", "3.13.10", "3.13.13", "3.14.1", "3.14.4", "3.14.10", "3.15.2", "3.16.0"},
		},
		{
			"helper-tmpdir-path-at-socket-limit", conformance.Forkserver, "multiprocessing", "darwin",
			[]string{"3.8.20", "3.9.0", "3.10.8", "3.13.5"},
			[]string{"3.13.6", "3.13.9", "3.13.14", "3.14.0", "3.14.9", "3.15.1"},
		},
		{
			"helper-tmpdir-path-at-socket-limit", conformance.Forkserver, "multiprocessing", "netbsd",
			[]string{"3.9.0", "3.13.5"},
			[]string{"3.13.6", "3.13.14", "3.14.0", "3.15.1"},
		},
		{
			"helper-tmpdir-path-at-socket-limit", conformance.Forkserver, "multiprocessing", "freebsd",
			[]string{"3.9.0", "3.13.6", "3.13.14", "3.14.0", "3.14.9", "3.15.1"},
			[]string{"3.13.10", "3.14.10", "3.15.2"},
		},
		{
			"helper-tmpdir-path-too-long", conformance.Forkserver, "multiprocessing", "linux",
			[]string{"3.6.15", "3.9.16", "3.10.9", "3.13.5"},
			[]string{"3.9.15", "3.10.8", "3.13.6", "3.14.0", "3.15.0"},
		},
		{ // gh-126631 and its second change
			"guard-main-exit-status", conformance.Forkserver, "multiprocessing", "linux",
			[]string{"3.13.8", "3.13.18", "3.14.1", "3.14.10"},
			[]string{"3.12.13", "3.13.7", "3.14.0", "3.15.0", "3.15.2"},
		},
		{ // gh-74774
			"exitcode-os-exit", conformance.Forkserver, "multiprocessing", "linux", []string{"3.6.15"}, []string{"3.7.0", "3.15.2"},
		},
		{ // gh-79908
			"exitcode-zero-after-sys-exit-without-status", conformance.Spawn, "multiprocessing", "linux",
			[]string{"3.6.15", "3.8.20"},
			[]string{"3.9.0", "3.15.2"},
		},
		{ // gh-109263
			"context-start-leaves-method-unset", conformance.Fork, "multiprocessing", "linux",
			[]string{"3.6.15", "3.13.11", "3.14.0", "3.14.2"},
			[]string{"3.13.12", "3.14.3", "3.15.0"},
		},
		{ // gh-140814
			"mainmodule-freeze-support-no-effect", conformance.Spawn, "multiprocessing", "linux",
			[]string{"3.13.4", "3.13.12", "3.14.0", "3.14.3"},
			[]string{"3.13.3", "3.13.13", "3.14.4", "3.15.0"},
		},
	} {
		covered := func(version string) bool {
			i := implementation.Implementation{Interpreter: "cpython", Module: c.module, Platform: c.platform, Version: version}
			return slices.ContainsFunc(all, func(e conformance.Expectation) bool { return e.Covers(c.id, i, c.method) })
		}
		for _, version := range c.known {
			if !covered(version) {
				t.Errorf("%s of %s on %s must be known", c.id, version, c.platform)
			}
		}
		for _, version := range c.unknown {
			if covered(version) {
				t.Errorf("%s of %s on %s must not be known", c.id, version, c.platform)
			}
		}
	}
}

// The code of a copy depends on the version of the copy, and on the version of Python that it was copied from.
func TestExpectationsOfCopies(t *testing.T) {
	all := expectations(t)
	for _, c := range []struct {
		module, moduleVersion, version string
		known                          bool
	}{
		{"multiprocess", "0.70.19", "3.12.13", true},
		{"multiprocess", "0.70.19", "3.13.0", false},
		{"multiprocess", "0.70.19", "3.14.0", false},
		{"multiprocess", "0.70.18", "3.13.0", true},
		{"multiprocess", "0.70.18", "3.14.10", true},
		{"multiprocess", "0.70.20", "3.12.13", false},
		{"billiard", "4.3.1", "3.12.13", true},
		{"billiard", "4.3.2", "3.13.5", true},
		{"billiard", "4.3.2", "3.13.6", true},
		{"billiard", "4.3.2", "3.14.9", true},
		{"billiard", "4.3.2", "3.14.10", false},
		{"billiard", "4.3.2", "3.15.1", true},
		{"billiard", "4.3.2", "3.15.2", false},
		{"billiard", "4.3.3", "3.12.13", false},
	} {
		i := implementation.Implementation{
			Interpreter: "cpython", Module: c.module, ModuleVersion: c.moduleVersion, Platform: "linux", Version: c.version,
		}
		covered := slices.ContainsFunc(all, func(e conformance.Expectation) bool {
			return strings.Contains(e.Seen.Failure, "AF_UNIX") && e.Covers("helper-tmpdir-path-at-socket-limit", i, conformance.Forkserver)
		})
		if covered != c.known {
			t.Errorf("%s %s on %s: known is %t", c.module, c.moduleVersion, c.version, covered)
		}
	}
}

// A failure that is not the known one stays a failure: multiprocess, copied for another version of Python, starts no helper.
func TestAnotherFailureIsNotKnown(t *testing.T) {
	g, all := gomega.NewWithT(t), expectations(t)
	b := find(t, "helper-tmpdir-path-too-long")
	r := good(t, "helper-processes", "cpython-3.12", conformance.Forkserver)
	r.Implementation.Version = "3.13.0"
	g.Expect(conformance.Judge(b, r.Recording, all).Verdict).To(gomega.Equal(conformance.Known))
	for n := range r.Events {
		if data := r.Events[n].Data; data["what"] == "start very-long-tmpdir" {
			data["message"], data["types"] = "fork_exec expected 23 arguments, got 22", []any{"TypeError", "Exception", "BaseException", "object"}
		}
	}
	result := conformance.Judge(b, r.Recording, all)
	g.Expect(result.Verdict).To(gomega.Equal(conformance.Fail))
	g.Expect(result.Evidence[0]).To(gomega.Equal("this is not the known difference https://github.com/python/cpython/issues/132124, " +
		"which shows failure /it raised OSError.*: AF_UNIX path too long$/"))
}

// known returns a recording that shows known differences.
func known(t testing.TB, program, name, method string) *mutation.Recording {
	t.Helper()
	return mutation.Scene{File: kept.File{Program: program, Kind: kept.Known, Implementation: name, Method: method}}.Load(t)
}

// Without the expectation files, exactly the known differences must fail on the kept recordings, and no other verdict may
// change. Each of them must depend on exactly one entry.
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
			var showing []int
			for n, e := range all {
				if e.Shows(b, r) {
					shown[differenceName(e, b.ID)] = true
					showing = append(showing, n)
				}
			}
			g.Expect(showing).To(gomega.HaveLen(1), "%s: exactly one entry must show %s", scene, b.ID)
			others := slices.Delete(slices.Clone(all), showing[0], showing[0]+1)
			left := conformance.Judge(b, r, others)
			g.Expect(left.Verdict).To(gomega.Equal(without.Verdict), "%s: %s without its entry", scene, b.ID)
			g.Expect(left.Reason).To(gomega.Equal(without.Reason), "%s: %s without its entry", scene, b.ID)
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
	for _, module := range []string{"multiprocessing", "loky", "torch.multiprocessing"} {
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
