package report_test

import (
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/report"
)

func TestVerdictAndStatus(t *testing.T) {
	type one struct {
		level   conformance.Level
		verdict conformance.Verdict
	}
	const (
		core        = conformance.Core
		extended    = conformance.Extended
		observation = conformance.Observation
	)
	pass := one{core, conformance.Pass}
	for name, test := range map[string]struct {
		results         []one
		stopped, strict bool
		verdict         report.Verdict
		status          int
		sentence        string
	}{
		"conformant": {
			results: []one{pass, pass, {extended, conformance.Pass}, {observation, conformance.Pass}},
			verdict: report.Conformant, status: 0, sentence: "conformant: 3 results judged on 1 implementation, none unexpected",
		},
		"known and absent": {
			results: []one{pass, {core, conformance.Known}, {core, conformance.Absent}},
			verdict: report.Conformant, status: 0, sentence: "conformant: 2 results judged on 1 implementation, none unexpected (1 known, 1 absent)",
		},
		"fixed": {
			results: []one{pass, {core, conformance.Fixed}},
			verdict: report.Conformant, status: 0, sentence: "conformant: 2 results judged on 1 implementation, none unexpected (1 fixed)",
		},
		"fixed, strict": {
			results: []one{pass, {core, conformance.Fixed}}, strict: true,
			verdict: report.Nonconformant, status: 1, sentence: "nonconformant: 1 unexpected of 2 results judged on 1 implementation (1 fixed)",
		},
		"known, strict": {
			results: []one{pass, {core, conformance.Known}}, strict: true,
			verdict: report.Conformant, status: 0, sentence: "conformant: 2 results judged on 1 implementation, none unexpected (1 known)",
		},
		"partial by selection": {
			results: []one{pass, {core, conformance.Skipped}},
			verdict: report.Partial, status: 0, sentence: "partial: 1 result judged on 1 implementation, none unexpected, but 1 result of core skipped",
		},
		"only others skipped": {
			results: []one{pass, {extended, conformance.Skipped}, {observation, conformance.Skipped}},
			verdict: report.Conformant, status: 0, sentence: "conformant: 1 result judged on 1 implementation, none unexpected",
		},
		"stopped": {
			results: []one{pass, {core, conformance.Skipped}}, stopped: true,
			verdict: report.Partial, status: 4, sentence: "partial: 1 result judged on 1 implementation, none unexpected; the run was stopped before its end",
		},
		"stopped, nothing of core missing": {
			results: []one{pass, {extended, conformance.Skipped}}, stopped: true,
			verdict: report.Partial, status: 4, sentence: "partial: 1 result judged on 1 implementation, none unexpected; the run was stopped before its end",
		},
		"stopped, nothing judged": {
			results: []one{{core, conformance.Skipped}}, stopped: true,
			verdict: report.Inconclusive, status: 4, sentence: "inconclusive: nothing was judged; the run was stopped before its end",
		},
		"stopped, but failed before": {
			results: []one{pass, {core, conformance.Crash}, {core, conformance.Skipped}}, stopped: true,
			verdict: report.Nonconformant, status: 1, sentence: "nonconformant: 1 unexpected of 2 results judged on 1 implementation; the run was stopped before its end",
		},
		"fail":          {results: []one{pass, {core, conformance.Fail}}, verdict: report.Nonconformant, status: 1},
		"extended fail": {results: []one{pass, {extended, conformance.Fail}}, verdict: report.Nonconformant, status: 1},
		"crash":         {results: []one{pass, {core, conformance.Crash}}, verdict: report.Nonconformant, status: 1},
		"timeout": {
			results: []one{{core, conformance.Timeout}},
			verdict: report.Nonconformant, status: 1, sentence: "nonconformant: 1 unexpected of 1 result judged on 1 implementation",
		},
		"nothing":           {verdict: report.Inconclusive, status: 4, sentence: "inconclusive: nothing was judged"},
		"only observations": {results: []one{{observation, conformance.Pass}}, verdict: report.Inconclusive, status: 4, sentence: "inconclusive: nothing was judged"},
		"only absent": {
			results: []one{{core, conformance.Absent}},
			verdict: report.Inconclusive, status: 4, sentence: "inconclusive: nothing was judged (1 absent)",
		},
		"only skipped": {results: []one{{core, conformance.Skipped}}, verdict: report.Inconclusive, status: 4},
		"error": {
			results: []one{pass, {core, conformance.Error}},
			verdict: report.Inconclusive, status: 3, sentence: "inconclusive: the suite itself failed in 1 result; the reasons are above",
		},
		"error and fail": {results: []one{{core, conformance.Fail}, {core, conformance.Error}}, verdict: report.Inconclusive, status: 3},
		"error in an observation": {
			results: []one{pass, {observation, conformance.Error}},
			verdict: report.Inconclusive, status: 3,
		},
	} {
		t.Run(name, func(t *testing.T) {
			g := NewWithT(t)
			r := report.Report{Stopped: test.stopped, Strict: test.strict}
			for _, one := range test.results {
				r.Results = append(r.Results, conformance.Result{Implementation: "go-1", Level: one.level, Verdict: one.verdict})
			}
			r.Conclude()
			g.Expect(r.Verdict).To(Equal(test.verdict))
			g.Expect(r.Status()).To(Equal(test.status))
			if test.sentence != "" {
				g.Expect(r.Sentence).To(Equal(test.sentence))
			}
		})
	}
}

// If the program of an observation crashes, nothing can be observed, and the result is unexpected.
func TestCrashUnderAnObservation(t *testing.T) {
	g := NewWithT(t)
	r := report.Report{Results: []conformance.Result{
		{Implementation: "a", Level: conformance.Core, Verdict: conformance.Pass},
		{Implementation: "b", Level: conformance.Observation, Verdict: conformance.Crash},
	}}
	r.Conclude()
	g.Expect(r.Sentence).To(Equal("nonconformant: 1 unexpected of 2 results judged on 2 implementations"))
	g.Expect(r.Status()).To(Equal(1))
	r.Results = r.Results[1:]
	r.Conclude()
	g.Expect(r.Sentence).To(Equal("nonconformant: 1 unexpected of 1 result judged on 1 implementation"))
	g.Expect(r.Status()).To(Equal(1))
}

func TestCount(t *testing.T) {
	NewWithT(t).Expect(sample().Count()).To(Equal(report.Count{
		Unexpected: 3, Known: 2, Fixed: 1, Absent: 2, Error: 1, CoreSkipped: 2,
	}))
}

// A stopped run does not report repetitions that it did not make.
func TestRepetitions(t *testing.T) {
	g := NewWithT(t)
	r := report.Report{Repetitions: 5, Results: []conformance.Result{{Level: conformance.Core, Verdict: conformance.Pass}}}
	r.Conclude()
	g.Expect(r.Sentence).To(HaveSuffix(", none unexpected (the same in 5 repetitions)"))
	r.Stopped = true
	r.Conclude()
	g.Expect(r.Sentence).To(HaveSuffix(", none unexpected (the same in the repetitions that were made); the run was stopped before its end"))
}
