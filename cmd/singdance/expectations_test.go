package main

import (
	"os"
	"path/filepath"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/report"
)

func TestExpectationsList(t *testing.T) {
	g, out := NewWithT(t), newBox(t).run("expectations")
	g.Expect(out.status).To(BeZero())
	all, err := conformance.LoadExpectations()
	g.Expect(err).NotTo(HaveOccurred())
	for _, e := range all {
		g.Expect(out.stdout).To(ContainSubstring(e.Condition() + "\n"))
		g.Expect(out.stdout).To(ContainSubstring(e.URL + "\n"))
		g.Expect(out.stdout).To(ContainSubstring("seen: " + e.Seen.String() + "\n"))
	}
}

func TestExpectationsUpdateProposesNothing(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("run", "--no-search", "--behavior", "method*", "--output", "results")
	g.Expect(out.status).To(BeZero(), out.stderr)
	out = b.run("expectations", "update", "results")
	g.Expect(out.status).To(BeZero(), out.stderr)
	g.Expect(out.stdout).To(Equal("# nothing is unexpected, and every known difference was seen\n"))

	out = b.run("expectations", "update", "nowhere")
	g.Expect(out.status).To(Equal(2))
	g.Expect(out.stderr).To(ContainSubstring(`"nowhere" holds no results: `))
}

func TestExpectationsFlag(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	file := filepath.Join(b.folder, "own.yaml")
	write := func(text string) { g.Expect(os.WriteFile(file, []byte(text), 0o600)).To(Succeed()) }
	write("- behaviors: [method-unset-until-chosen]\n  module: startmethods\n  reason: an invented difference\n  url: https://example.org/1\n")
	out := b.run("run", "--no-search", "--behavior", "method*", "--expectations", "own.yaml", "--details")
	g.Expect(out.status).To(BeZero(), out.stderr)
	g.Expect(out.stdout).To(ContainSubstring("this known difference was not seen: an invented difference"))

	write("- behaviors: [method-unset-until-chosen]\n")
	out = b.run("run", "--no-search", "--behavior", "method*", "--expectations", "own.yaml")
	g.Expect(out.status).To(Equal(2))
	g.Expect(out.stderr).To(ContainSubstring("own.yaml: line 1, entry 1"))
}

// Without the built-in known differences, those of Go's start methods fail, and every other verdict stays the same.
func TestNoExpectations(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	some := []string{"--behavior", "exitcode-*", "--behavior", "stop-*", "--behavior", "process-*", "--method", "spawn"}
	out := b.run(append([]string{"run", "--no-search", "--output", "with"}, some...)...)
	g.Expect(out.status).To(Equal(report.StatusConformant), out.stdout)
	out = b.run(append([]string{"judge", "with", "--no-expectations", "--output", "without"}, some...)...)
	g.Expect(out.status).To(Equal(report.StatusUnexpected), out.stdout)

	results := func(folder string) map[string]conformance.Verdict {
		loaded, err := report.Load(filepath.Join(b.folder, folder))
		g.Expect(err).NotTo(HaveOccurred())
		verdicts := map[string]conformance.Verdict{}
		for _, r := range loaded.Results {
			verdicts[r.Method+", "+r.Behavior] = r.Verdict
		}
		return verdicts
	}
	expected := results("with")
	g.Expect(expected).To(ContainElement(conformance.Known))
	for id, verdict := range expected {
		if verdict == conformance.Known {
			expected[id] = conformance.Fail
		}
	}
	g.Expect(results("without")).To(Equal(expected))
}
