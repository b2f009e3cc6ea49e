package conformance

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

func TestTheShippedExpectations(t *testing.T) {
	g := gomega.NewWithT(t)
	all, err := LoadExpectations()
	g.Expect(err).NotTo(gomega.HaveOccurred())
	g.Expect(all).NotTo(gomega.BeEmpty())
	for _, e := range all {
		g.Expect(e.Condition()).NotTo(gomega.BeEmpty(), e.Reason)
		g.Expect(e.Interpreter+e.Module+strings.Join(e.Modules, "")).NotTo(gomega.BeEmpty(), "%s: a difference of whose?", e.Reason)
	}
	entries, err := os.ReadDir("expectations")
	g.Expect(err).NotTo(gomega.HaveOccurred())
	for _, entry := range entries {
		g.Expect(entry.Name()).To(gomega.MatchRegexp(`^(\w+\.yaml|schema\.json)$`), "a file that is not embedded is not read")
	}
}

const goodEntry = `- behaviors: [exit-waits]
  reason: it has been known for a long time
  url: https://example.com/issue
`

func TestExpectationFilesThatAreRejected(t *testing.T) {
	entry := func(lines ...string) string { return "- " + strings.Join(lines, "\n  ") + "\n" }
	behaviors, reason, url := "behaviors: [exit-waits]", "reason: it has been known for a long time", "url: https://example.com/issue"
	for name, c := range map[string]struct{ text, says string }{
		"an unknown field":         {entry(behaviors, reason, url, "color: red"), "line 1, entry 1: at '/0': additional properties 'color' not allowed"},
		"in the second entry":      {goodEntry + "\n# the next\n" + entry(behaviors, reason, url, "color: red"), "line 6, entry 2: at '/1': additional properties 'color' not allowed"},
		"no reason":                {entry(behaviors, url), "line 1, entry 1: at '/0': missing property 'reason'"},
		"a reason that says none":  {entry(behaviors, "reason: flaky", url), "line 1, entry 1: at '/0/reason': minLength: got 5, want 20"},
		"no URL":                   {entry(behaviors, reason), "line 1, entry 1: at '/0': missing property 'url'"},
		"not a URL":                {entry(behaviors, reason, "url: somewhere"), "line 1, entry 1: at '/0/url': 'somewhere' does not match pattern"},
		"an insecure URL":          {entry(behaviors, reason, "url: http://example.com"), "line 1, entry 1: at '/0/url':"},
		"no behaviors":             {entry(reason, url), "line 1, entry 1: at '/0': missing property 'behaviors'"},
		"an empty list":            {entry("behaviors: []", reason, url), "line 1, entry 1: at '/0/behaviors': minItems: got 0, want 1"},
		"a behavior twice":         {entry("behaviors: [exit-waits, exit-waits]", reason, url), "line 1, entry 1: at '/0/behaviors':"},
		"an unknown behavior":      {goodEntry + entry("behaviors: [exit-waits, exit-wait]", reason, url), `line 4, entry 2: there is no behavior "exit-wait"`},
		"an observation":           {entry("behaviors: [helpers]", reason, url), `line 1, entry 1: the behavior "helpers" is an observation, which never fails`},
		"a bad version":            {entry(behaviors, reason, url, "version: '>=3.14 or so'"), `line 1, entry 1: ">=3.14 or so" is not a version specifier (PEP 440)`},
		"a specifier of no number": {entry(behaviors, reason, url, "version: '>=three'"), `line 1, entry 1: ">=three" is not a version specifier (PEP 440)`},
		"a bare version":           {entry(behaviors, reason, url, "version: '3.14'"), `line 1, entry 1: "3.14" is not a version specifier (PEP 440)`},
		"alternatives":             {entry(behaviors, reason, url, "version: '<3.7||>=3.14'"), `line 1, entry 1: "<3.7||>=3.14" is not a version specifier (PEP 440)`},
		"a bad release":            {entry(behaviors, reason, url, "release: '7.3'"), `line 1, entry 1: "7.3" is not a version specifier (PEP 440)`},
		"a bad module version":     {entry(behaviors, reason, url, "module_version: newest"), `line 1, entry 1: "newest" is not a version specifier (PEP 440)`},
		"a version as a number":    {entry(behaviors, reason, url, "version: 3.14"), "line 1, entry 1: at '/0/version': got number, want string"},
		"behaviors as a text":      {entry("behaviors: exit-waits", reason, url), "line 1, entry 1: at '/0/behaviors': got string, want array"},
		"two faults":               {entry("behaviors: exit-waits", reason, "url: x"), "at '/0/behaviors': got string, want array; line 1, entry 1: at '/0/url':"},
		"an unknown platform":      {entry(behaviors, reason, url, "platforms: [windows]"), "line 1, entry 1: at '/0/platforms/0':"},
		"a verdict that passes":    {entry(behaviors, reason, url, "verdict: pass"), "line 1, entry 1: at '/0/verdict': value must be one of 'fail', 'crash', 'timeout'"},
		"a field twice":            {entry(behaviors, behaviors, reason, url), `[2:3] mapping key "behaviors" already defined at [1:3]`},
		"a mapping":                {"behaviors: [exit-waits]\n", "at '': got object, want array"},
		"not YAML":                 {"- behaviors: [exit-waits\n  reason: because\n", "[2:3] ',' or ']' must be specified"},
		"a text":                   {"nothing is known\n", "at '': got string, want array"},
		"two documents":            {goodEntry + "---\n" + goodEntry, "it holds more than one YAML document"},
		"empty":                    {"", "at '': got null, want array"},
		"comments only":            {"# nothing is known\n", "at '': got null, want array"},
	} {
		t.Run(name, func(t *testing.T) {
			g := gomega.NewWithT(t)
			all, err := loadExpectations(fstest.MapFS{"a.yaml": {Data: []byte(goodEntry)}, "b.yaml": {Data: []byte(c.text)}})
			g.Expect(all).To(gomega.BeNil())
			g.Expect(err).To(gomega.MatchError(gomega.And(gomega.HavePrefix("expectations/b.yaml: "), gomega.ContainSubstring(c.says))))
		})
	}
}

func TestExpectationFilesThatAreRead(t *testing.T) {
	g := gomega.NewWithT(t)
	second := `- behaviors: [exit-status, guard-error]
  interpreter: pypy
  module: billiard
  version: ">=3.9, <3.12"
  release: "<7.3.17"
  module_version: "~=4.2"
  platforms: [linux, darwin]
  methods: [spawn]
  verdict: timeout
  reason: it waits for what nobody sends
  url: "not reported: seen in 4.2.1"
`
	all, err := loadExpectations(fstest.MapFS{
		"a.yaml": {Data: []byte(goodEntry)}, "b.yaml": {Data: []byte(second)}, "schema.json": {Data: []byte("no YAML")},
	})
	g.Expect(err).NotTo(gomega.HaveOccurred())
	g.Expect(all).To(gomega.Equal(Expectations{
		{Behaviors: []string{"exit-waits"}, Reason: "it has been known for a long time", URL: "https://example.com/issue"},
		{
			Behaviors: []string{"exit-status", "guard-error"}, Interpreter: "pypy", Module: "billiard",
			Version: ">=3.9, <3.12", Release: "<7.3.17", ModuleVer: "~=4.2", Platforms: []string{"linux", "darwin"}, Methods: []string{spawn},
			Verdict: Timeout, Reason: "it waits for what nobody sends", URL: "not reported: seen in 4.2.1",
		},
	}))
	g.Expect(all[0].Condition()).To(gomega.BeEmpty())
	g.Expect(all[1].Condition()).To(gomega.Equal("pypy >=3.9, <3.12 release <7.3.17 billiard ~=4.2 on linux, darwin under spawn"))
	g.Expect(loadExpectations(fstest.MapFS{})).To(gomega.BeEmpty())
}

func TestConditionsOfExpectations(t *testing.T) {
	base := implementation.Implementation{Interpreter: "cpython", Module: "multiprocessing", Version: "3.14.1", Platform: "linux"}
	changed := func(change func(i *implementation.Implementation)) implementation.Implementation {
		i := base
		change(&i)
		return i
	}
	version := func(v string) implementation.Implementation {
		return changed(func(i *implementation.Implementation) { i.Version = v })
	}
	release := func(v string) implementation.Implementation {
		return changed(func(i *implementation.Implementation) { i.Interpreter, i.Release = "pypy", v })
	}
	moduleVersion := func(v string) implementation.Implementation {
		return changed(func(i *implementation.Implementation) { i.ModuleVersion = v })
	}
	for _, c := range []struct {
		name        string
		expectation Expectation
		i           implementation.Implementation
		concerns    bool
	}{
		{"no condition", Expectation{}, base, true},
		{"no condition, nothing known", Expectation{}, implementation.Implementation{}, true},

		{"interpreter", Expectation{Interpreter: "cpython"}, base, true},
		{"another interpreter", Expectation{Interpreter: "pypy"}, base, false},
		{"module", Expectation{Module: "multiprocessing"}, base, true},
		{"another module", Expectation{Module: "billiard"}, base, false},
		{"platform", Expectation{Platforms: []string{"darwin", "linux"}}, base, true},
		{"another platform", Expectation{Platforms: []string{"darwin", "win32"}}, base, false},
		{"method", Expectation{Methods: []string{forkserver, spawn}}, base, true},
		{"another method", Expectation{Methods: []string{fork, forkserver}}, base, false},
		{"one of several conditions", Expectation{Interpreter: "cpython", Module: "multiprocessing", Platforms: []string{"win32"}}, base, false},

		{"before", Expectation{Version: ">=3.13.8,<3.14"}, version("3.13.7"), false},
		{"first", Expectation{Version: ">=3.13.8,<3.14"}, version("3.13.8"), true},
		{"last", Expectation{Version: ">=3.13.8,<3.14"}, version("3.13.99"), true},
		{"after", Expectation{Version: ">=3.13.8,<3.14"}, version("3.14.0"), false},
		{"a prerelease of what comes after", Expectation{Version: ">=3.13.8,<3.14"}, version("3.14.0rc1"), false},
		{"3.14.0", Expectation{Version: ">=3.14.1,<3.15"}, version("3.14.0"), false},
		{"3.14.1", Expectation{Version: ">=3.14.1,<3.15"}, version("3.14.1"), true},
		{"3.14.1rc1", Expectation{Version: ">=3.14.1,<3.15"}, version("3.14.1rc1"), false},
		{"3.14.10", Expectation{Version: ">=3.14.1,<3.15"}, version("3.14.10"), true},
		{"3.15.0a1", Expectation{Version: ">=3.14.1,<3.15"}, version("3.15.0a1"), false},
		{"3.15.0a1, named", Expectation{Version: ">=3.15.0a1,<3.15.0a2"}, version("3.15.0a1"), true},
		{"3.15.0b1, named", Expectation{Version: ">=3.15.0a1,<3.15.0b1"}, version("3.15.0b1"), false},
		{"not a version", Expectation{Version: ">=3.6"}, version("devel"), false},
		{"no version", Expectation{Version: ">=3.6"}, version(""), false},

		{"release", Expectation{Release: "<7.3.17"}, release("7.3.16"), true},
		{"a later release", Expectation{Release: "<7.3.17"}, release("7.3.17"), false},
		{"no release", Expectation{Release: "<7.3.17"}, base, false},

		{"module version", Expectation{ModuleVer: "~=4.2"}, moduleVersion("4.2.1"), true},
		{"another module version", Expectation{ModuleVer: "~=4.2"}, moduleVersion("5.0"), false},
		{"no module version", Expectation{ModuleVer: "~=4.2"}, moduleVersion(""), false},
	} {
		e := c.expectation
		e.Behaviors = []string{"exit-status", "exit-waits"}
		if got := e.concerns("exit-waits", c.i, spawn); got != c.concerns {
			t.Errorf("%s: %t", c.name, got)
		}
		if e.concerns("exit-nothing-left", c.i, spawn) {
			t.Errorf("%s: it concerns a behavior that it does not name", c.name)
		}
	}
}

func TestKnownAndFixedDifferences(t *testing.T) {
	b, _ := Find("exit-status")
	expected := func(verdict Verdict) Expectation {
		return Expectation{Behaviors: []string{"exit-status"}, Verdict: verdict, Reason: "it is so", URL: "https://example.com"}
	}
	fails := func(r *stage.Recording) { r.Exit.Code = 3 }
	outcome := func(o stage.Outcome) func(r *stage.Recording) {
		return func(r *stage.Recording) { r.Outcome, r.Reason = o, "what happened" }
	}
	unrelated := Expectation{Behaviors: []string{"exit-waits"}, Reason: "another one", URL: "https://example.org"}
	for _, c := range []struct {
		name         string
		change       func(r *stage.Recording)
		expectations Expectations
		verdict      Verdict
		reason       string
	}{
		{"seen", fails, Expectations{expected("")}, Known, "it is so"},
		{"seen, by its name", fails, Expectations{expected(Fail)}, Known, "it is so"},
		{"seen, the second", fails, Expectations{unrelated, expected(Timeout), expected("")}, Known, "it is so"},
		{"crash", outcome(stage.Crashed), Expectations{expected(Crash)}, Known, "it is so"},
		{"timeout", outcome(stage.Timeout), Expectations{expected(Timeout)}, Known, "it is so"},
		{"gone", func(*stage.Recording) {}, Expectations{expected("")}, Fixed, "this known difference was not seen: it is so"},
		{"a crash that is gone", func(*stage.Recording) {}, Expectations{expected(Crash)}, Fixed, "this known difference was not seen: it is so"},
		{"a failure where a crash is known", fails, Expectations{expected(Crash)}, Fail, "main's exit status Expected <int>: 3 to equal <int>: 0"},
		{"a crash where a failure is known", outcome(stage.Crashed), Expectations{expected("")}, Crash, "what happened"},
		{"a timeout where a crash is known", outcome(stage.Timeout), Expectations{expected(Crash)}, Timeout, "what happened"},
		{"stopped", outcome(stage.Stopped), Expectations{expected("")}, Skipped, "what happened"},
		{"broken", outcome(stage.Broken), Expectations{expected("")}, Error, "what happened"},
		{"of another behavior", fails, Expectations{unrelated}, Fail, "main's exit status Expected <int>: 3 to equal <int>: 0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := gomega.NewWithT(t)
			r := load(t, "cpython-3.12/spawn/sing-dance")
			c.change(r)
			result := Judge(b, r, c.expectations)
			g.Expect(result.Verdict).To(gomega.Equal(c.verdict))
			g.Expect(result.Reason).To(gomega.Equal(c.reason))
			if c.verdict == Known || c.verdict == Fixed {
				g.Expect(result.URL).To(gomega.Equal("https://example.com"))
			} else {
				g.Expect(result.URL).To(gomega.BeEmpty())
			}
			if c.verdict == Known {
				g.Expect(result.Evidence[0]).To(gomega.HavePrefix("seen: "))
				g.Expect(len(result.Evidence)).To(gomega.BeNumerically(">", 5), "a known difference is shown with its evidence")
			}
		})
	}
}

func TestAnAbsentThingIsNoKnownDifference(t *testing.T) {
	g := gomega.NewWithT(t)
	r := load(t, "cpython-3.12/spawn/sing-dance")
	said(r, "enter", "", "parent_process", "absent")
	b, _ := Find("parent-process")
	result := Judge(b, r, Expectations{{Behaviors: []string{b.ID}, Reason: "it is so", URL: "https://example.com"}})
	g.Expect(result.Verdict).To(gomega.Equal(Absent))
}

// Without the entries, exactly what they are about fails; with them, nothing does.
func TestTheShippedExpectationsAreNeeded(t *testing.T) {
	g := gomega.NewWithT(t)
	known := expectations(t)
	failing := map[string][]string{}
	for _, s := range goodScenes(t) {
		r := s.recording(t)
		for _, b := range concerned(r) {
			with, without := Judge(b, r, known), Judge(b, r, nil)
			g.Expect(with.Verdict).NotTo(gomega.Equal(Fail), "%s: %s", s.name, b.ID)
			if without.Verdict == Fail && !listed(olderDifferences, b, r) {
				failing[s.name] = append(failing[s.name], b.ID)
				g.Expect(with.Verdict).To(gomega.Equal(Known), "%s: %s", s.name, b.ID)
			}
		}
	}
	g.Expect(failing).To(gomega.Equal(knownDifferences))
}

// The patch level decides: the same recording is a known difference of one release and a failure of the one before.
func TestTheShippedExpectationsAreExact(t *testing.T) {
	known := expectations(t)
	for _, c := range []struct {
		version string
		verdict Verdict
	}{
		{"3.13.7", Fail},
		{"3.13.8", Known},
		{"3.13.11", Known},
		{"3.14.0rc1", Fail},
		{"3.14.0", Fail},
		{"3.14.1", Known},
		{"3.14.10", Known},
		{"3.15.0a1", Fail},
		{"3.15.2", Fail},
	} {
		for _, id := range serverDifferences {
			g := gomega.NewWithT(t)
			b, _ := Find(id)
			r := load(t, "cpython-3.14/forkserver/sing-dance-unguarded")
			r.Implementation.Version = c.version
			g.Expect(Judge(b, r, known).Verdict).To(gomega.Equal(c.verdict), "%s of %s", id, c.version)

			for _, change := range []func(r *stage.Recording){
				func(r *stage.Recording) { r.Implementation.Interpreter = "pypy" },
				func(r *stage.Recording) { r.Implementation.Module = "another" },
				func(r *stage.Recording) { r.Method = spawn },
			} {
				other := load(t, "cpython-3.14/forkserver/sing-dance-unguarded")
				other.Implementation.Version = c.version
				change(other)
				g.Expect(Judge(b, other, known).Verdict).To(gomega.Equal(Fail), "%s of another than %s", id, c.version)
			}
		}
	}
}

// PyPy's release decides, whatever the version of its language: both were released together for years.
func TestTheShippedExpectationsOfReleasesAreExact(t *testing.T) {
	known := expectations(t)
	for release, verdict := range map[string]Verdict{"7.3.11": Known, "7.3.16": Known, "7.3.17": Fail, "8.0.1": Fail, "": Fail} {
		g := gomega.NewWithT(t)
		r := loadFile(t, keeping{kind: "pypy-3.9", method: fork}.file(knownFolder, parentEnds))
		r.Implementation.Version, r.Implementation.Release = "3.10.14", release
		b, _ := Find("interrupt-waits")
		g.Expect(Judge(b, r, known).Verdict).To(gomega.Equal(verdict), release)
	}
}

// What is in the code of multiprocessing is in all that have it, at the versions that have it.
func TestTheShippedExpectationsOfSharedCodeAreExact(t *testing.T) {
	known := expectations(t)
	verdict := func(id string, r *stage.Recording, change func(i *implementation.Implementation)) Verdict {
		b, _ := Find(id)
		change(&r.Implementation)
		return Judge(b, r, known).Verdict
	}
	exit := func(interpreter, module, version string) Verdict {
		r := loadFile(t, keeping{kind: "cpython-3.6", method: forkserver}.file(knownFolder, statuses))
		return verdict("status-exit", r, func(i *implementation.Implementation) {
			i.Interpreter, i.Module, i.Version = interpreter, module, version
		})
	}
	first := func(platform, version string) Verdict {
		r := load(t, "cpython-3.12/spawn/choose-method")
		onDarwin(r)
		said(r, "offer", main, "methods", []any{fork, spawn, forkserver})
		return verdict("default-first", r, func(i *implementation.Implementation) { i.Platform, i.Version = platform, version })
	}
	g := gomega.NewWithT(t)
	for _, module := range []string{"multiprocessing", "loky", "torch.multiprocessing", "multiprocess"} {
		g.Expect(exit("pypy", module, "3.8.16")).To(gomega.Equal(Known), module)
		g.Expect(exit("cpython", module, "3.9.0")).To(gomega.Equal(Fail), module)
	}
	g.Expect(exit("cpython", "another", "3.8.16")).To(gomega.Equal(Fail))
	for version, expected := range map[string]Verdict{"3.7.17": Fail, "3.8.0": Known, "3.8.3": Known, "3.8.4": Fail, "3.9.0": Fail} {
		g.Expect(first("darwin", version)).To(gomega.Equal(expected), version)
	}
	g.Expect(first("freebsd", "3.8.3")).To(gomega.Equal(Fail))
}

// A race is lost at one time and won at another; neither is news.
func TestADifferenceThatIsARace(t *testing.T) {
	g := gomega.NewWithT(t)
	r := load(t, "cpython-3.12/fork/sing-dance")
	b, _ := Find("exit-status")
	race := Expectation{Behaviors: []string{b.ID}, Race: true, Reason: "who is faster", URL: "https://example.org/1"}
	g.Expect(Judge(b, r, Expectations{race}).Verdict).To(gomega.Equal(Pass))
	r.Exit.Code = 1
	g.Expect(Judge(b, r, Expectations{race}).Verdict).To(gomega.Equal(Known))
}
