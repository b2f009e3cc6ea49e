package conformance

import (
	"slices"
	"strings"
	"testing"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/implementation"
)

// versions returns a run on several versions of CPython with a verdict on args-none under fork for each.
func versions(verdicts map[string]Verdict) Judged {
	var run Judged
	for version, verdict := range verdicts {
		id := "cpython-" + version
		run.Implementations = append(run.Implementations, implementation.Implementation{
			ID: id, Interpreter: "cpython", Module: "multiprocessing", Platform: "linux", Version: version,
		})
		run.Results = append(run.Results, Result{Behavior: "args-none", Implementation: id, Method: Fork, Verdict: verdict, Reason: "it was " + string(verdict)})
	}
	return run
}

func TestProposedRanges(t *testing.T) {
	for _, c := range []struct {
		verdicts map[string]Verdict
		expected []string // version ranges, with the verdict unless it is fail
	}{
		{map[string]Verdict{"3.9.1": Pass, "3.10.1": Pass}, nil},
		{map[string]Verdict{"3.9.1": Known, "3.10.1": Absent, "3.11.0": Skipped, "3.12.0": Error}, nil},
		{map[string]Verdict{"3.9.1": Fail, "3.10.1": Fail}, []string{""}},
		{map[string]Verdict{"3.9.1": Fail, "3.10.1": Pass}, []string{"<3.10.1"}},
		{map[string]Verdict{"3.9.1": Pass, "3.10.1": Fail}, []string{">=3.10.1"}},
		{map[string]Verdict{"3.9.1": Pass, "3.10.1": Fail, "3.10.2": Fail, "3.11.0": Fixed}, []string{">=3.10.1,<3.11.0"}},
		{map[string]Verdict{"3.9.1": Fail, "3.10.1": Pass, "3.11.0": Fail}, []string{"<3.10.1", ">=3.11.0"}},
		{map[string]Verdict{"3.9.1": Fail, "3.10.1": Timeout, "3.11.0": Pass}, []string{"", "<3.11.0 timeout"}},
	} {
		g := gomega.NewWithT(t)
		proposals, _ := Propose(versions(c.verdicts))
		var got []string
		for _, p := range proposals {
			got = append(got, strings.TrimSpace(p.Version+" "+string(p.Verdict)))
		}
		g.Expect(got).To(gomega.Equal(c.expected), "%v", c.verdicts)
	}
}

func TestProposalsNeedAReason(t *testing.T) {
	g := gomega.NewWithT(t)
	run := versions(map[string]Verdict{"3.9.1": Pass, "3.10.1": Fail, "3.11.0": Pass})
	for _, result := range slices.Clone(run.Results) {
		result.Method = Spawn
		run.Results = append(run.Results, result)
	}
	proposals, gone := Propose(run)
	g.Expect(gone).To(gomega.BeEmpty())
	g.Expect(proposals).To(gomega.HaveLen(1), "one for both start methods")
	var out strings.Builder
	proposals[0].Write(&out)
	g.Expect(out.String()).To(gomega.ContainSubstring("# seen: cpython-3.10.1, fork, args-none: it was fail\n"))
	g.Expect(out.String()).To(gomega.ContainSubstring("# not seen: 3.9.1, 3.11.0\n"))

	_, err := parseExpectations([]byte(out.String()))
	g.Expect(err).To(gomega.MatchError(gomega.ContainSubstring("entry 1, reason: minLength")))
	written := strings.NewReplacer(`reason: ""`, "reason: a person found out why this is so", `url: ""`, "url: https://example.org/1").Replace(out.String())
	entries, err := parseExpectations([]byte(written))
	g.Expect(err).NotTo(gomega.HaveOccurred())
	for _, i := range run.Implementations {
		g.Expect(entries[0].Covers("args-none", i, Fork)).To(gomega.Equal(i.Version == "3.10.1"), i.Version)
	}
}

// What was seen is proposed as a pattern that matches it. Process IDs may differ.
func TestProposalsSayWhatWasSeen(t *testing.T) {
	g := gomega.NewWithT(t)
	run := versions(map[string]Verdict{"3.9.1": Fail, "3.10.1": Fail, "3.11.0": Crash})
	for n := range run.Results {
		result := &run.Results[n]
		run.Implementations[n].ModuleVersion = "1.2"
		if result.Verdict == Fail {
			result.Failures = []Failure{{Want: "it's (", Got: "process 12345"}, {Want: "the parent's name", Got: "it is Process-1\nof a long te…"}}
		}
	}
	proposals, _ := Propose(run)
	g.Expect(proposals).To(gomega.HaveLen(2))
	g.Expect(proposals[0].Seen.Failure).To(gomega.Equal(`it's \(; process [0-9]+|the parent's name; it is Process-1 of a long te`))
	g.Expect(proposals[1].Seen.Failure).To(gomega.Equal("it was crash"))
	for _, p := range proposals {
		var out strings.Builder
		p.Write(&out)
		g.Expect(out.String()).To(gomega.ContainSubstring("  module_version: \"==1.2\"\n"))
		written := strings.NewReplacer(`reason: ""`, "reason: a person found out why this is so", `url: ""`, "url: https://example.org/1").Replace(out.String())
		entries, err := parseExpectations([]byte(written))
		g.Expect(err).NotTo(gomega.HaveOccurred())
		g.Expect(entries[0].Seen).To(gomega.Equal(p.Seen))
	}
}

// Two releases of PyPy can implement the same version of Python.
func TestProposedRangesOfReleases(t *testing.T) {
	g := gomega.NewWithT(t)
	run := versions(map[string]Verdict{"3.10.1": Fail, "3.10.2": Fail, "3.11.0": Pass})
	for n, i := range run.Implementations {
		run.Implementations[n].Release = map[string]string{"3.10.1": "7.3.9", "3.10.2": "7.3.16", "3.11.0": "7.3.17"}[i.Version]
		if i.Version == "3.11.0" {
			run.Implementations[n].Version = "3.10.2"
		}
	}
	proposals, _ := Propose(run)
	g.Expect(proposals).To(gomega.HaveLen(1))
	var out strings.Builder
	proposals[0].Write(&out)
	g.Expect(out.String()).To(gomega.ContainSubstring("# not seen: 7.3.17\n"))
	g.Expect(out.String()).To(gomega.ContainSubstring("  release: \"<7.3.17\"\n"))
	g.Expect(out.String()).NotTo(gomega.ContainSubstring("version:"))
}

func TestDifferencesThatAreGone(t *testing.T) {
	g := gomega.NewWithT(t)
	run := versions(map[string]Verdict{"3.9.1": Fixed})
	run.Results[0].URL = "https://example.org/1"
	proposals, gone := Propose(run)
	g.Expect(proposals).To(gomega.BeEmpty())
	g.Expect(gone).To(gomega.Equal([]string{"args-none, cpython-3.9.1, fork: https://example.org/1"}))
}
