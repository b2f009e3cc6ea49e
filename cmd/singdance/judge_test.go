package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

func TestJudgeRepeatsTheReport(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	first := b.run("run", "--no-search", "--driver", faulty("silent"), "--output", "results")
	g.Expect(first.status).To(Equal(report.StatusUnexpected))
	again := b.run("judge", "results", "--output", "again")
	g.Expect(again.stderr).To(BeEmpty())
	g.Expect(again.status).To(Equal(report.StatusUnexpected))
	withoutTime := func(text string) string {
		return regexp.MustCompile(`(?m)^\d+ s, report: \S+$`).ReplaceAllString(strings.ReplaceAll(text, "again/", "results/"), "")
	}
	g.Expect(withoutTime(again.stdout)).To(Equal(withoutTime(first.stdout)))
	checkResults(t, filepath.Join(b.folder, "again"))
	one, err := report.Load(filepath.Join(b.folder, "results"))
	g.Expect(err).NotTo(HaveOccurred())
	other, err := report.Load(filepath.Join(b.folder, "again"))
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(other.Results).To(Equal(one.Results))
	g.Expect(other.Implementations).To(Equal(one.Implementations))
}

// A killed run leaves recordings, but no results.
func TestJudgeIncompleteRun(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	g.Expect(b.run("run", "--no-search", "--output", "results").status).To(BeZero())
	for _, name := range []string{report.File, report.Summary, report.Page} {
		g.Expect(os.Remove(filepath.Join(b.folder, "results", name))).To(Succeed())
	}
	g.Expect(b.run("judge", "results").status).To(BeZero())
	programs, err := filepath.Glob(filepath.Join(b.folder, "results", "recordings", "*", "*", "set-start-method.json"))
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(programs).NotTo(BeEmpty())
	for _, path := range programs {
		g.Expect(os.Remove(path)).To(Succeed())
	}
	out := b.run("judge", "results")
	g.Expect(out.status).To(Equal(report.StatusInconclusive))
	g.Expect(out.stdout).To(MatchRegexp(`(?m)^partial: .*; the run was stopped before its end$`))
	g.Expect(b.run("judge", "results", "--behavior", "args-*").status).To(BeZero())
}

// A killed run has replaced only some of the recordings of an earlier run in the same folder.
func TestJudgeTwoRunsInOneFolder(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	g.Expect(b.run("run", "--no-search", "--output", "results").status).To(BeZero())
	g.Expect(b.run("run", "--no-search", "--behavior", "args-none-received", "--output", "results").status).To(BeZero())
	g.Expect(os.Remove(filepath.Join(b.folder, "results", report.File))).To(Succeed())
	out := b.run("judge", "results")
	g.Expect(out.status).To(Equal(report.StatusInconclusive))
	g.Expect(out.stdout).To(MatchRegexp(`(?m)^partial: .*; the run was stopped before its end$`), "the newer run recorded one program")
	g.Expect(b.run("judge", "results", "--behavior", "args-none-received").status).To(BeZero())
}

func TestNewestRun(t *testing.T) {
	g := NewWithT(t)
	at := func(run string, minute int) *stage.Recording {
		return &stage.Recording{Run: run, Started: time.Date(2026, 5, 1, 12, minute, 0, 0, time.UTC)}
	}
	old, first, second := at("old", 9), at("new", 3), at("new", 4)
	earliest := at("old", 2)
	g.Expect(newestRun([]*stage.Recording{old, first, earliest, second})).To(Equal([]*stage.Recording{first, second}), "the run that started last")
	unnamed := at("", 5)
	g.Expect(newestRun([]*stage.Recording{unnamed})).To(Equal([]*stage.Recording{unnamed}))
	g.Expect(newestRun(nil)).To(BeEmpty())
}

// A second run into a folder replaces the first as a whole, even if it runs less.
func TestJudgeOfReplacedResults(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	g.Expect(b.run("run", "--no-search", "--behavior", "args-*", "--output", "results").status).To(BeZero())
	g.Expect(b.run("run", "--no-search", "--behavior", "args-none-received", "--output", "results").status).To(BeZero())
	out := b.run("judge", "results", "--output", "again")
	g.Expect(out.status).To(BeZero(), "the recordings of the first run are not missing")
	g.Expect(out.stdout).NotTo(ContainSubstring("stopped"))
	for _, result := range resultsIn(t, b, "again") {
		if result.Behavior == "args-positional-and-keyword-received" {
			g.Expect(result.Verdict).To(Equal(conformance.Skipped), "only the first run has its program")
		}
	}
}

func TestJudgeSelection(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	g.Expect(b.run("run", "--no-search", "--behavior", "args-*", "--output", "results").status).To(BeZero())
	out := b.run("judge", "results", "--output", "again", "--matrix=all")
	g.Expect(out.status).To(BeZero(), "results that were not selected are not missing")
	g.Expect(out.stdout).To(ContainSubstring("│ args-positional-and-keyword-received "))
	g.Expect(out.stdout).To(MatchRegexp(`(?m)^partial: `))
	first := resultsIn(t, b, "results")
	for n, result := range resultsIn(t, b, "again") {
		if result.Recording == "" {
			g.Expect(result).To(Equal(first[n]), "results that were not selected are not absent")
		}
	}

	// A result that one run did not select and another found absent is absent.
	g.Expect(b.run("run", "--no-search", "--implementation", "go-*", "--behavior", "args-*", "--behavior", "mainmodule-*", "--output", "wider").status).To(BeZero())
	for _, folders := range [][]string{{"results", "wider"}, {"wider", "results"}} {
		g.Expect(b.run("judge", folders[0], folders[1], "--output", "both").status).To(BeZero())
		absent := 0
		for _, result := range resultsIn(t, b, "both") {
			behavior, _ := conformance.Find(result.Behavior)
			if strings.HasPrefix(result.Implementation, "go-") && behavior.Program == "main-module-origins" {
				g.Expect(result.Verdict).To(Equal(conformance.Absent))
				absent++
			}
		}
		g.Expect(absent).NotTo(BeZero())
	}

	// An implementation that was found but not selected is not missing.
	g.Expect(b.run("run", "--no-search", "--driver", faulty("silent"), "--implementation", "go-*", "--behavior", "args-*",
		"--output", "one").status).To(BeZero())
	out = b.run("judge", "one")
	g.Expect(out.status).To(BeZero(), out.stdout)
	g.Expect(out.stdout).To(MatchRegexp(`(?m)^partial: \d+ results judged on 1 implementation, none unexpected, but `))
}

func resultsIn(t *testing.T, b *box, folder string) []conformance.Result {
	t.Helper()
	r, err := report.Load(filepath.Join(b.folder, folder))
	if err != nil {
		t.Fatal(err)
	}
	return r.Results
}

func TestJudgeInvalidFolders(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	for name, text := range map[string]string{
		"nothing": "", "broken": "{\n \"schema\": 1,\n \"events\": 7\n}", "half": "{\n \"schema\": 1,\n",
	} {
		g.Expect(os.MkdirAll(filepath.Join(b.folder, name), 0o700)).To(Succeed())
		if text != "" {
			g.Expect(os.WriteFile(filepath.Join(b.folder, name, "r.json"), []byte(text), 0o600)).To(Succeed())
		}
	}
	for folder, says := range map[string]string{
		"no-such-folder": "; name a folder that `singdance run --output` wrote",
		"nothing":        `"nothing" holds no recordings`,
		"broken":         filepath.Join("broken", "r.json") + ":3: not a complete recording: ",
		"half":           filepath.Join("half", "r.json") + ":3: not a complete recording: unexpected end of JSON input; remove that file to judge the others",
	} {
		out := b.run("judge", folder)
		g.Expect(out.status).To(Equal(report.StatusUsage), out.stdout)
		g.Expect(out.stderr).To(ContainSubstring(says))
	}
}

func TestRepeat(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("run", "--no-search", "--behavior", "args-none-received", "--repeat", "3", "--output", "same")
	g.Expect(out.status).To(BeZero(), out.stdout)
	g.Expect(out.stdout).To(ContainSubstring("(the same in 3 repetitions)\n"))
	checkResults(t, filepath.Join(b.folder, "same"))

	b.environment = append(b.environment, markVariable+"="+t.TempDir())
	out = b.run("run", "--no-search", "--driver", faulty("alternating"), "--behavior", "args-none-received", "--repeat", "4", "--jobs", "1", "--output", "alternating")
	g.Expect(out.status).To(Equal(report.StatusUnexpected))
	g.Expect(out.stdout).To(ContainSubstring("\nVerdicts that differ between repetitions\n  args-none-received: fake-1.0+fake, spawn: 2 × fail, 2 × crash\n"))
	g.Expect(out.stdout).To(ContainSubstring("(1 differ between repetitions)\n"))
	g.Expect(b.run("judge", "alternating").stdout).To(ContainSubstring("1 × fail, 1 × crash"), "one recording of each verdict is kept")
	for _, count := range []string{"0", "-1", "1000000"} {
		g.Expect(b.run("run", "--repeat", count).status).To(Equal(report.StatusUsage))
	}
}
