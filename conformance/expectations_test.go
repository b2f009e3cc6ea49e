package conformance

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

const goodEntry = `- behaviors: [exit-waits]
  seen: 'it''s so'
  reason: it has been known for a long time
  url: https://example.com/issue
`

func TestExpectationFilesThatAreRejected(t *testing.T) {
	entry := func(lines ...string) string { return "- " + strings.Join(lines, "\n  ") + "\n" }
	behaviors, reason, url := "behaviors: [exit-waits]", "reason: it has been known for a long time", "url: https://example.com/issue"
	for name, c := range map[string]struct{ text, says string }{
		"an unknown field":             {entry(behaviors, reason, url, "color: red"), "line 1, entry 1: additional properties 'color' not allowed"},
		"in the second entry":          {goodEntry + "\n# the next\n" + entry(behaviors, reason, url, "color: red"), "line 7, entry 2: additional properties 'color' not allowed"},
		"no reason":                    {entry(behaviors, url), "line 1, entry 1: missing property 'reason'"},
		"a reason that is too short":   {entry(behaviors, "reason: flaky", url), "line 2, entry 1, reason: minLength: got 5, want 20"},
		"no URL":                       {entry(behaviors, reason), "line 1, entry 1: missing property 'url'"},
		"not a URL":                    {entry(behaviors, reason, "url: somewhere"), "line 3, entry 1, url: 'somewhere' does not match pattern"},
		"an insecure URL":              {entry(behaviors, reason, "url: http://example.com"), "line 3, entry 1, url: 'http://example.com' does not match pattern"},
		"no behaviors":                 {entry(reason, url), "line 1, entry 1: missing property 'behaviors'"},
		"an empty list":                {entry("behaviors: []", reason, url), "line 1, entry 1, behaviors: minItems: got 0, want 1"},
		"a behavior twice":             {entry("behaviors: [exit-waits, exit-waits]", reason, url), "line 1, entry 1, behaviors: items at 0 and 1 are equal"},
		"an unknown behavior":          {goodEntry + entry("behaviors: [exit-waits, exit-wait]", reason, url), `line 5, entry 2: no behavior has the ID "exit-wait"`},
		"an observation":               {entry("behaviors: [helper-count]", reason, url), `line 1, entry 1: helper-count is an observation, which cannot fail`},
		"a bad version":                {entry(behaviors, reason, url, "version: '>=3.14 or so'"), `line 1, entry 1: ">=3.14 or so" is not a PEP 440 version specifier`},
		"a specifier without a number": {entry(behaviors, reason, url, "version: '>=three'"), `line 1, entry 1: ">=three" is not a PEP 440 version specifier`},
		"a bare version":               {entry(behaviors, reason, url, "version: '3.14'"), `line 1, entry 1: "3.14" is not a PEP 440 version specifier`},
		"alternatives":                 {entry(behaviors, reason, url, "version: '<3.7||>=3.14'"), `line 1, entry 1: "<3.7||>=3.14" is not a PEP 440 version specifier`},
		"a bad release":                {entry(behaviors, reason, url, "release: '7.3'"), `line 1, entry 1: "7.3" is not a PEP 440 version specifier`},
		"a bad module version":         {entry(behaviors, reason, url, "module_version: newest"), `line 1, entry 1: "newest" is not a PEP 440 version specifier`},
		"a version as a number":        {entry(behaviors, reason, url, "version: 3.14"), "line 4, entry 1, version: got number, want string"},
		"behaviors as a text":          {entry("behaviors: exit-waits", reason, url), "line 1, entry 1, behaviors: got string, want array"},
		"two faults":                   {entry("behaviors: exit-waits", reason, "url: x"), "line 1, entry 1, behaviors: got string, want array; line 3, entry 1, url: 'x' does not match pattern"},
		"an unknown platform":          {entry(behaviors, reason, url, "platforms: [windows]"), "line 4, entry 1, platforms: value must be one of"},
		"a verdict that passes":        {entry(behaviors, reason, url, "verdict: pass"), "line 4, entry 1, verdict: value must be one of 'fail', 'crash', 'timeout'"},
		"seen as a list":               {entry(behaviors, reason, url, "seen: [x]"), "line 4, entry 1, seen: got array, want string or object"},
		"seen without a text":          {entry(behaviors, reason, url, "seen: ''"), "line 4, entry 1, seen: minLength: got 0, want 1"},
		"seen without a part":          {entry(behaviors, reason, url, "seen: {}"), "line 4, entry 1, seen: minProperties: got 0, want 1"},
		"seen in an unknown part":      {entry(behaviors, reason, url, "seen: {stdout: x}"), "entry 1, seen: additional properties 'stdout' not allowed"},
		"seen, not a pattern":          {entry(behaviors, reason, url, "seen: '(x'"), `line 1, entry 1: seen, failure: "(x" is not a regular expression of Go's package regexp`},
		"seen, a part not a pattern":   {entry(behaviors, reason, url, "seen: {event: '[x'}"), `line 1, entry 1: seen, event: "[x" is not a regular expression of Go's package regexp`},
		"a field twice":                {entry(behaviors, behaviors, reason, url), `[2:3] mapping key "behaviors" already defined at [1:3]`},
		"a mapping":                    {"behaviors: [exit-waits]\n", "the file: got object, want array"},
		"not YAML":                     {"- behaviors: [exit-waits\n  reason: because\n", "[2:3] ',' or ']' must be specified"},
		"a text":                       {"nothing is known\n", "the file: got string, want array"},
		"two documents":                {goodEntry + "---\n" + goodEntry, "the file must hold one YAML document; it holds several"},
		"empty":                        {"", "the file: got null, want array"},
		"comments only":                {"# nothing is known\n", "the file: got null, want array"},
	} {
		t.Run(name, func(t *testing.T) {
			g := gomega.NewWithT(t)
			all, err := loadExpectations(fstest.MapFS{"a.yaml": {Data: []byte(goodEntry)}, "b.yaml": {Data: []byte(c.text)}})
			g.Expect(all).To(gomega.BeNil())
			g.Expect(err).To(gomega.MatchError(gomega.And(gomega.HavePrefix("expectations/b.yaml: "), gomega.ContainSubstring(c.says))))
		})
	}
}

func TestExpectationFilesThatAreAccepted(t *testing.T) {
	g := gomega.NewWithT(t)
	second := `- behaviors: [exit-status, identity-main]
  interpreter: pypy
  module: billiard
  version: ">=3.9, <3.12"
  release: "<7.3.17"
  module_version: "~=4.2"
  platforms: [linux, darwin]
  methods: [spawn]
  verdict: timeout
  seen: {failure: "x|y", stderr: "^It''s", event: '"a"'}
  reason: it waits for a message that is not sent
  unshown: no such version could be installed
  url: "not reported: seen in 4.2.1"
`
	all, err := loadExpectations(fstest.MapFS{
		"a.yaml": {Data: []byte(goodEntry)}, "b.yaml": {Data: []byte(second)}, "schema.json": {Data: []byte("no YAML")},
	})
	g.Expect(err).NotTo(gomega.HaveOccurred())
	g.Expect(all).To(gomega.Equal(Expectations{
		{Behaviors: []string{"exit-waits"}, Seen: Seen{Failure: "it's so"}, Reason: "it has been known for a long time", URL: "https://example.com/issue"},
		{
			Behaviors: []string{"exit-status", "identity-main"}, Interpreter: "pypy", Module: "billiard",
			Version: ">=3.9, <3.12", Release: "<7.3.17", ModuleVer: "~=4.2", Platforms: []string{"linux", "darwin"}, Methods: []string{Spawn},
			Verdict: Timeout, Seen: Seen{Failure: "x|y", Stderr: "^It''s", Event: `"a"`}, Reason: "it waits for a message that is not sent", Unshown: "no such version could be installed", URL: "not reported: seen in 4.2.1",
		},
	}))
	g.Expect(all[0].Condition()).To(gomega.BeEmpty())
	g.Expect(all[1].Condition()).To(gomega.Equal("billiard ~=4.2 on PyPy >=3.9, <3.12, release <7.3.17 on Linux and macOS, under spawn"))
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
		covers      bool
	}{
		{"no condition", Expectation{}, base, true},
		{"no condition, nothing known", Expectation{}, implementation.Implementation{}, true},

		{"interpreter", Expectation{Interpreter: "cpython"}, base, true},
		{"another interpreter", Expectation{Interpreter: "pypy"}, base, false},
		{"module", Expectation{Module: "multiprocessing"}, base, true},
		{"another module", Expectation{Module: "billiard"}, base, false},
		{"platform", Expectation{Platforms: []string{"darwin", "linux"}}, base, true},
		{"another platform", Expectation{Platforms: []string{"darwin", "win32"}}, base, false},
		{"method", Expectation{Methods: []string{Forkserver, Spawn}}, base, true},
		{"another method", Expectation{Methods: []string{Fork, Forkserver}}, base, false},
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
		if got := e.Covers("exit-waits", c.i, Spawn); got != c.covers {
			t.Errorf("%s: Covers is %t", c.name, got)
		}
		if e.Covers("exit-nothing-left", c.i, Spawn) {
			t.Errorf("%s: the expectation covers a behavior that it does not name", c.name)
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
		{"a failure instead of the known crash", fails, Expectations{expected(Crash)}, Fail, "the exit status of the main process must be 0; it is 3"},
		{"a crash instead of the known failure", outcome(stage.Crashed), Expectations{expected("")}, Crash, "what happened"},
		{"a timeout instead of the known crash", outcome(stage.Timeout), Expectations{expected(Crash)}, Timeout, "what happened"},
		{"stopped", outcome(stage.Stopped), Expectations{expected("")}, Skipped, "what happened"},
		{"broken", outcome(stage.InternalError), Expectations{expected("")}, Error, "what happened"},
		{"of another behavior", fails, Expectations{unrelated}, Fail, "the exit status of the main process must be 0; it is 3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := gomega.NewWithT(t)
			r := singDance(t, Spawn)
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

func TestAbsentIsNotAKnownDifference(t *testing.T) {
	g := gomega.NewWithT(t)
	r := singDance(t, Spawn)
	r.Implementation.Version = "3.7.16" // parent_process() is new in 3.8
	setData(r, "enter", "", "parent_process", "absent")
	b, _ := Find("identity-parent")
	result := Judge(b, r, Expectations{{Behaviors: []string{b.ID}, Reason: "it is so", URL: "https://example.com"}})
	g.Expect(result.Verdict).To(gomega.Equal(Absent))
}

// A failure that does not look like the known difference is a failure, and its evidence says what was expected.
func TestDifferencesThatLookDifferent(t *testing.T) {
	b, _ := Find("exit-status")
	for _, c := range []struct {
		name    string
		seen    Seen
		verdict Verdict
		says    string // in the evidence of a failure
	}{
		{"anything", Seen{}, Known, ""},
		{"the failure", Seen{Failure: "it is 3$"}, Known, ""},
		{"another failure", Seen{Failure: "it is [12]$"}, Fail, "which shows failure /it is [12]$/"},
		{"standard error", Seen{Stderr: "(?m)^EOFError: the pipe"}, Known, ""},
		{"another error", Seen{Stderr: "TypeError"}, Fail, "which shows stderr /TypeError/"},
		{"an event", Seen{Event: `"role":"sing".*"process":"Process-1"`}, Known, ""},
		{"another event", Seen{Event: `"role":"nothing"`}, Fail, `which shows event /"role":"nothing"/`},
		{"all parts", Seen{Failure: "it is 3", Stderr: "EOFError", Event: "sing"}, Known, ""},
		{"all parts but one", Seen{Failure: "it is 3", Stderr: "EOFError", Event: "weep"}, Fail, "which shows event /weep/"},
		{"no pattern", Seen{Failure: "("}, Fail, "which shows failure /(/"},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := gomega.NewWithT(t)
			r := singDance(t, Spawn)
			r.Exit.Code, r.Stderr = 3, "Traceback:\nEOFError: the pipe is closed\n"
			e := Expectation{Behaviors: []string{b.ID}, Seen: c.seen, Reason: "it is so", URL: "https://example.org/1"}
			other := Expectation{Behaviors: []string{b.ID}, Seen: Seen{Failure: "it is 9"}, Reason: "another one", URL: "https://example.org/2"}
			result := Judge(b, r, Expectations{other, e})
			g.Expect(result.Verdict).To(gomega.Equal(c.verdict))
			if c.verdict == Known {
				g.Expect(result.Reason).To(gomega.Equal("it is so"))
				g.Expect(result.Evidence).NotTo(gomega.ContainElement(gomega.ContainSubstring("not the known difference")))
				return
			}
			g.Expect(result.Reason).To(gomega.Equal("the exit status of the main process must be 0; it is 3"))
			g.Expect(result.URL).To(gomega.BeEmpty())
			g.Expect(result.Evidence[:2]).To(gomega.Equal([]string{
				"this is not the known difference https://example.org/2, which shows failure /it is 9/",
				"this is not the known difference https://example.org/1, " + c.says,
			}))
		})
	}
}

// Each failure of a judge must look like the known difference, not only the first.
func TestEachFailureLooksLikeTheDifference(t *testing.T) {
	g := gomega.NewWithT(t)
	r := singDance(t, Spawn)
	b := Behavior{ID: "exit-status", Judge: func(s *Scene) { s.Fail("the first", "it is\n1"); s.Fail("the second", "it is 2") }}
	judge := func(pattern string) Verdict {
		return Judge(b, r, Expectations{{Behaviors: []string{b.ID}, Seen: Seen{Failure: pattern}}}).Verdict
	}
	g.Expect(judge("first; it is 1")).To(gomega.Equal(Fail))
	g.Expect(judge("second")).To(gomega.Equal(Fail))
	g.Expect(judge("first; it is 1|second")).To(gomega.Equal(Known))

	r.Outcome, r.Reason = stage.Crashed, "the program was killed"
	crash := Expectation{Behaviors: []string{b.ID}, Verdict: Crash, Seen: Seen{Failure: "was killed$"}}
	g.Expect(Judge(b, r, Expectations{crash}).Verdict).To(gomega.Equal(Known))
	r.Reason = "the program reported nothing"
	g.Expect(Judge(b, r, Expectations{crash}).Verdict).To(gomega.Equal(Crash))
}

// Whether a race is seen or not, it is not unexpected.
func TestRace(t *testing.T) {
	g := gomega.NewWithT(t)
	r := singDance(t, Fork)
	b, _ := Find("exit-status")
	race := Expectation{Behaviors: []string{b.ID}, Race: true, Reason: "it depends on timing", URL: "https://example.org/1"}
	g.Expect(Judge(b, r, Expectations{race}).Verdict).To(gomega.Equal(Pass))
	r.Exit.Code = 1
	g.Expect(Judge(b, r, Expectations{race}).Verdict).To(gomega.Equal(Known))
}
