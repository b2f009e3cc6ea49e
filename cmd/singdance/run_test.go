package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
	"github.com/singdance/singdance/startmethods"
)

// faulty returns the command line of the fake driver with a fault.
func faulty(fault string) string { return os.Args[0] + " " + fakeDriver + " " + fault }

func TestRunJudgesGo(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	summary := filepath.Join(b.folder, "summary.md")
	b.environment = append(b.environment, "GITHUB_STEP_SUMMARY="+summary)
	out := b.run("run", "--no-search", "--output", "results", "--matrix=all")
	g.Expect(out.stderr).To(BeEmpty())
	g.Expect(out.finished).To(HaveLen(1))
	g.Expect(out.status).To(Equal(report.StatusConformant), out.stdout)
	g.Expect(out.stdout).To(MatchRegexp(`(?m)^conformant: \d+ results judged on 1 implementation, none unexpected(?: \((\d+ known)?(, )?(\d+ absent)?\))?$`))
	complete := len(startmethods.Methods()) == 3
	for _, behavior := range conformance.All() {
		if behavior.ID == "method-list-complete" || behavior.ID == "method-set-unavailable-raises" && complete {
			continue
		}
		if len(behavior.Methods) == 0 && behavior.Requires == nil {
			g.Expect(out.stdout).To(ContainSubstring("│ " + behavior.ID + " "))
		}
	}

	known, err := conformance.LoadExpectations()
	g.Expect(err).NotTo(HaveOccurred())
	folder := filepath.Join(b.folder, "results")
	results, err := report.Load(folder)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(results.Verdict).To(Equal(report.Conformant))
	g.Expect(results.Results).NotTo(BeEmpty())
	for _, result := range results.Results {
		if result.Recording == "" {
			g.Expect(result.Verdict).To(Equal(conformance.Absent), result.Behavior) // the Go driver does not have the program
			continue
		}
		r, err := stage.Load(filepath.Join(folder, filepath.FromSlash(result.Recording)))
		g.Expect(err).NotTo(HaveOccurred())
		behavior, found := conformance.Find(result.Behavior)
		g.Expect(found).To(BeTrue())
		g.Expect(r.Program).To(Equal(behavior.Program))
		// Judging the recording again gives the same verdict.
		g.Expect(conformance.Judge(behavior, r, known).Verdict).To(Equal(result.Verdict), result.Behavior)
	}
	for _, file := range []string{filepath.Join(folder, report.Summary), summary} {
		text, err := os.ReadFile(file)
		g.Expect(err).NotTo(HaveOccurred())
		g.Expect(string(text)).To(HavePrefix("## singdance: conformant\n"))
	}
}

// Every result in results.json has the fields that readers rely on, including results that passed.
func TestResultFields(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	g.Expect(b.run("run", "--no-search", "--output", "results", "--behavior", "args-*").status).To(Equal(report.StatusConformant))
	text, err := os.ReadFile(filepath.Join(b.folder, "results", report.File))
	g.Expect(err).NotTo(HaveOccurred())
	var results struct {
		Schema  int              `json:"schema"`
		Verdict string           `json:"verdict"`
		Results []map[string]any `json:"results"`
	}
	g.Expect(json.Unmarshal(text, &results)).To(Succeed())
	g.Expect(results.Schema).To(Equal(report.Schema))
	g.Expect(results.Verdict).To(Equal(string(report.Partial)), "behaviors that were not selected are skipped")
	judged := 0
	for _, result := range results.Results {
		for _, field := range []string{"behavior", "implementation", "method", "verdict", "reason", "evidence"} {
			g.Expect(result).To(HaveKey(field))
		}
		if result["verdict"] == string(conformance.Pass) {
			judged++
			g.Expect(result["behavior"]).To(HavePrefix("args-"))
		}
	}
	g.Expect(judged).To(BeNumerically(">=", 4*len(startmethods.Methods())))
}

func TestRunReportsUnexpectedResults(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("run", "--no-search", "--driver", faulty("silent"), "--implementation", "fake-*", "--output", "results")
	g.Expect(out.status).To(Equal(report.StatusUnexpected), out.stderr)
	g.Expect(out.stdout).To(MatchRegexp(`(?m)^Unexpected: \d+ results of \d+ causes$`))
	g.Expect(out.stdout).To(MatchRegexp(`(?m)^\d+ results: program process-lifecycle on fake-1\.0\+fake \(spawn\)\n  ✗ args-captured-at-start, .*\n      want: observed must report "enter" exactly once\n      got:  it did not$`))
	g.Expect(out.stdout).To(ContainSubstring("timeline, in milliseconds:"))
	g.Expect(out.stdout).To(MatchRegexp(`(?m)^nonconformant: \d+ unexpected of \d+ results judged on 1 implementation`))

	// The well-behaved implementation next to it is judged as usual.
	out = b.run("run", "--no-search", "--driver", faulty("silent"), "--output", "results")
	g.Expect(out.status).To(Equal(report.StatusUnexpected))
	results, err := report.Load(filepath.Join(b.folder, "results"))
	g.Expect(err).NotTo(HaveOccurred())
	for _, result := range results.Results {
		if strings.HasPrefix(result.Implementation, "go-") {
			g.Expect(result.Verdict).To(BeElementOf(conformance.Pass, conformance.Known, conformance.Absent), result.Behavior)
		}
	}
}

func TestInvalidEventsAreACrash(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("run", "--no-search", "--driver", faulty("garbage"), "--implementation", "fake-*", "--behavior", "args-none-received")
	g.Expect(out.status).To(Equal(report.StatusUnexpected))
	g.Expect(out.stdout).To(ContainSubstring("! args-none-received\n      crash: line 1 of the event file: invalid JSON"))
	g.Expect(out.stdout).NotTo(ContainSubstring("\x1b"))
}

func TestDeadline(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	b.environment = append(b.environment, markVariable+"="+t.TempDir())
	// A small factor keeps the test short. If a driver needs longer to answer a query, the factor is doubled.
	factor, out := 0.02, outcome{}
	for {
		out = b.run("run", "--no-search", "--driver", faulty("hang"), "--implementation", "fake-*", "--behavior", "args-none-received",
			"--timeout-factor", fmt.Sprint(factor))
		if !strings.Contains(out.stderr, "the driver did not answer within") && !strings.Contains(out.stderr, "matches nothing") {
			break
		}
		factor *= 2
	}
	g.Expect(out.status).To(Equal(report.StatusUnexpected), out.stderr)
	g.Expect(out.stdout).To(MatchRegexp(`T args-none-received\n      timeout: the program did not end within [0-9.ms]+\n`))
}
