package report_test

import (
	"bytes"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/report"
)

// judged returns a report with results of one implementation under spawn.
func judged(id, version string, results ...conformance.Result) *report.Report {
	r := &report.Report{Implementations: []implementation.Implementation{{
		ID: id, Interpreter: "cpython", Version: version, Module: "multiprocessing", Methods: []string{"spawn"},
	}}}
	for _, result := range results {
		result.Implementation, result.Method = id, "spawn"
		r.Results = append(r.Results, result)
	}
	return r
}

// one returns a result of the behavior args-none-received.
func one(verdict conformance.Verdict, reason, observed string) conformance.Result {
	return conformance.Result{Behavior: "args-none-received", Verdict: verdict, Reason: reason, Observed: observed}
}

func TestKindsOfChange(t *testing.T) {
	pass := one(conformance.Pass, "", "")
	fail := one(conformance.Fail, "it was wrong", "")
	crash := one(conformance.Crash, "it crashed", "")
	absent := one(conformance.Absent, "the module has no such function", "")
	known := one(conformance.Known, "this is why", "")
	known.Failures = []conformance.Failure{{Want: "it must be right", Got: "it was wrong"}}
	again := one(conformance.Known, "this is why, in other words", "")
	again.Failures = known.Failures
	for _, c := range []struct {
		name          string
		before, after []conformance.Result
		kind          report.Kind // empty: no change
		text          string
	}{
		{"pass and fail", []conformance.Result{pass}, []conformance.Result{fail}, report.NewlyFailing, "args-none-received (spawn): pass → fail: it was wrong"},
		{"known and crash", []conformance.Result{known}, []conformance.Result{crash}, report.NewlyFailing, "known: this is why → crash: it crashed"},
		{"nothing and timeout", nil, []conformance.Result{one(conformance.Timeout, "it took long", "")}, report.NewlyFailing, "does not apply → timeout"},
		{"pass and known", []conformance.Result{pass}, []conformance.Result{known}, report.NewlyKnown, "pass → known: this is why"},
		{"fail and pass", []conformance.Result{fail}, []conformance.Result{pass}, report.NewlyPassing, "fail: it was wrong → pass"},
		{"known and fixed", []conformance.Result{known}, []conformance.Result{one(conformance.Fixed, "gone", "")}, report.NewlyPassing, "→ fixed: gone"},
		{"two observations", []conformance.Result{one(conformance.Pass, "", "once")}, []conformance.Result{one(conformance.Pass, "", "twice")}, report.Observed, "once → twice"},
		{"fail and crash", []conformance.Result{fail}, []conformance.Result{crash}, report.JudgedDifferently, "fail: it was wrong → crash: it crashed"},
		{"fail and known", []conformance.Result{fail}, []conformance.Result{known}, report.JudgedDifferently, "fail: it was wrong → known"},
		{"absent and pass", []conformance.Result{absent}, []conformance.Result{pass}, report.Appeared, "absent: the module has no such function → pass"},
		{"pass and nothing", []conformance.Result{pass}, []conformance.Result{{Behavior: "mainmodule-body-runs", Verdict: conformance.Absent}}, report.Gone, "pass → does not apply"},
		{"twice the same", []conformance.Result{pass}, []conformance.Result{pass}, "", "1 the same"},
		{"the same in other words", []conformance.Result{known}, []conformance.Result{again}, "", "1 the same"},
		{"pass and fixed", []conformance.Result{pass}, []conformance.Result{one(conformance.Fixed, "gone", "")}, "", "1 the same"},
		{"twice absent", []conformance.Result{absent}, []conformance.Result{absent}, "", "1 the same"},
		{"skipped", []conformance.Result{one(conformance.Skipped, "not selected", "")}, []conformance.Result{fail}, "", "1 not compared"},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := NewWithT(t)
			before := judged("cpython-3.13.7", "3.13.7", c.before...)
			if c.before == nil {
				before = judged("cpython-3.13.7", "3.13.7", conformance.Result{Behavior: "mainmodule-body-runs", Verdict: conformance.Absent})
			}
			d := report.Compare(before, judged("cpython-3.14.0", "3.14.0", c.after...))
			for _, kind := range report.Kinds() {
				expected := 0
				if kind == c.kind {
					expected = 1
				}
				g.Expect(d.Count(kind)).To(Equal(expected), string(kind))
			}
			var out bytes.Buffer
			d.Text(&out)
			g.Expect(out.String()).To(ContainSubstring(c.text))
			g.Expect(out.String()).To(HavePrefix("cpython-3.13.7 → cpython-3.14.0\n"))
		})
	}
}

// all merges reports.
func all(reports ...*report.Report) *report.Report {
	var whole report.Report
	for _, r := range reports {
		whole.Implementations = append(whole.Implementations, r.Implementations...)
		whole.Results = append(whole.Results, r.Results...)
	}
	return &whole
}

func TestPartners(t *testing.T) {
	g := NewWithT(t)
	pass := one(conformance.Pass, "", "")
	partners := func(before, after *report.Report) (found [][2]string) {
		for _, pair := range report.Compare(before, after).Pairs {
			found = append(found, [2]string{pair.Before.ID, pair.After.ID})
		}
		return found
	}
	a, b, c, d := judged("a", "3.12.1", pass), judged("b", "3.13.0", pass), judged("c", "3.13.8", pass), judged("d", "3.15.2", pass)
	g.Expect(partners(all(a, b), all(b, a))).To(Equal([][2]string{{"a", "a"}, {"b", "b"}}))
	g.Expect(partners(all(a, b), all(a, c))).To(Equal([][2]string{{"a", "a"}, {"b", "c"}}), "the same minor version")
	g.Expect(partners(all(a, b), all(a, d))).To(Equal([][2]string{{"a", "a"}, {"b", "d"}}), "one implementation is left on each side")
	g.Expect(partners(a, all(b, d))).To(BeEmpty())
	g.Expect(partners(b, all(c, judged("e", "3.13.9", pass)))).To(BeEmpty(), "two implementations could be the partner")

	unpaired := report.Compare(a, all(b, d))
	g.Expect(unpaired.Sentence()).To(HavePrefix("nothing was compared"))
	g.Expect(unpaired.OnlyBefore).To(HaveLen(1))
	g.Expect(unpaired.OnlyIn).To(HaveLen(2))
}

func TestMethodsOfOneSideOnly(t *testing.T) {
	g := NewWithT(t)
	before := judged("a", "3.12.1", one(conformance.Pass, "", ""))
	after := judged("a", "3.12.1", one(conformance.Pass, "", ""))
	after.Implementations[0].Methods = []string{"fork"}
	after.Results[0].Method = "fork"
	d := report.Compare(before, after)
	g.Expect(d.Pairs[0].Lost).To(Equal([]string{"spawn"}))
	g.Expect(d.Pairs[0].Gained).To(Equal([]string{"fork"}))
	g.Expect(d.Pairs[0].Changes).To(BeEmpty())
	g.Expect(d.Sentence()).To(Equal("1 pair compared: nothing has changed"))
}
