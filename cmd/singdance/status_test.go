package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/report"
)

// A request that cannot be met gets one sentence and its exit status, and nothing on standard output.
func TestRequestsThatCannotBeMet(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	NewWithT(t).Expect(os.WriteFile(file, nil, 0o600)).To(Succeed())
	for _, test := range []struct {
		arguments string
		status    int
		says      string
	}{
		{"dance", report.StatusUsage, `there is no command "dance"`},
		{"run --loud", report.StatusUsage, "unknown flag: --loud"},
		{"run loudly", report.StatusUsage, "singdance run [flags]: \"loudly\" is one argument too many; `singdance run --help` tells what it takes"},
		{"run --expectations FILE/below", report.StatusUsage, "--expectations takes a file such as those in conformance/expectations: "},
		{"run --jobs 0", report.StatusUsage, "--jobs must be at least 1"},
		{"run --timeout-factor 0", report.StatusUsage, "--timeout-factor must be greater than 0"},
		{"run --python /no/such", report.StatusUsage, "cannot be used"},
		{"run --no-search --python FOLDER", report.StatusUsage, "has no interpreter"},
		{"run --no-search --python FILE", report.StatusUsage, "cannot be used: "},
		{"run --no-search --module billiard", report.StatusUsage, "--module billiard cannot be used"},
		{"run --no-search --driver FILE", report.StatusUsage, "could not be started"},
		{"run --no-search --output FILE/below", report.StatusUsage, "cannot be written; name a folder that can"},
		{"explain", report.StatusUsage, "accepts 1 arg(s), received 0"},
		{"explain singing", report.StatusUsage, `there is no behavior "singing"`},
		{"perform singing", report.StatusUsage, `there is no program "singing"`},
		{"perform sing-dance --no-search --method fork-it", report.StatusUsage, `has no start method "fork-it"`},
		{"perform main-module-origins --no-search --implementation go-*", report.StatusUsage, "cannot perform main-module-origins: a Go program has one main"},
		{"perform sing-dance --beats 0", report.StatusUsage, "--beats must be at least 1"},
		{"gate FOLDER", report.StatusUsage, "requires at least 2 arg(s)"},
		{"run --no-search --behavior singing", report.StatusInconclusive, "--behavior singing matches nothing"},
		{"run --no-search --implementation cobol-*", report.StatusInconclusive, "--implementation cobol-* matches nothing"},
		{"run --no-search --method fork-it", report.StatusInconclusive, "--method fork-it matches nothing"},
		{"run --no-search --method spawn --behavior guard-fork-unaffected", report.StatusInconclusive, "leaves nothing to be judged"},
	} {
		t.Run(test.arguments, func(t *testing.T) {
			g, b := NewWithT(t), newBox(t)
			// The names of the places go in after the words were split: a folder may have spaces in its name.
			arguments := strings.Fields(test.arguments)
			for n := range arguments {
				arguments[n] = strings.NewReplacer("FOLDER", filepath.Join(b.folder, "empty"), "FILE", file).Replace(arguments[n])
			}
			g.Expect(os.Mkdir(filepath.Join(b.folder, "empty"), 0o700)).To(Succeed())
			out := b.run(arguments...)
			g.Expect(out.stderr).To(HavePrefix("singdance: "))
			g.Expect(out.stderr).To(ContainSubstring(test.says))
			g.Expect(out.status).To(Equal(test.status), out.stderr)
			g.Expect(out.stdout).To(BeEmpty())
		})
	}
}

func TestAFutureDriverIsRefusedWithBothVersions(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("run", "--no-search", "--driver", faulty("future"))
	g.Expect(out.status).To(Equal(report.StatusUsage))
	g.Expect(out.stderr).To(ContainSubstring("version 2 of DRIVER.md; this program supports version 1"))
}

// Where the suite itself cannot do its work, that is neither the user's fault nor an implementation's.
func TestTheSuiteItselfFails(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	file := filepath.Join(b.folder, "file")
	g.Expect(os.WriteFile(file, nil, 0o600)).To(Succeed())
	b.environment = append(b.environment, "TMPDIR="+file, "TMP="+file, "TEMP="+file)
	out := b.run("run", "--no-search")
	g.Expect(out.status).To(Equal(report.StatusSuite), out.stderr)
	g.Expect(out.stderr).To(ContainSubstring("cannot create a temporary folder"))
}

// An observation cannot fail, so a run of nothing else has judged nothing.
func TestOnlyAnObservationIsInconclusive(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("run", "--no-search", "--behavior", "helper-count-while-children-run")
	g.Expect(out.status).To(Equal(report.StatusInconclusive))
	g.Expect(out.stdout).To(HaveSuffix("\ninconclusive: nothing was judged\n"))
}
