package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/report"
)

// An invalid request prints one sentence on standard error, nothing on standard output, and has its own exit status.
func TestInvalidRequests(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	NewWithT(t).Expect(os.WriteFile(file, nil, 0o600)).To(Succeed())
	for _, test := range []struct {
		arguments string
		status    int
		message   string
	}{
		{"dance", report.StatusUsage, `unknown command "dance"; run ` + "`singdance --help` for a list"},
		{"run --loud", report.StatusUsage, "unknown flag: --loud"},
		{"run loudly", report.StatusUsage, "unexpected argument \"loudly\"; run `singdance run --help` for usage"},
		{"run --expectations FILE/below", report.StatusUsage, "cannot use --expectations: open "},
		{"run --expectations FILE/below", report.StatusUsage, "; conformance/expectations has examples\n"},
		{"run --no-search --group gaurd", report.StatusUsage, `--group gaurd matches no group (did you mean "guard"?); the groups are method, args, `}, //nolint:misspell // misspelled on purpose
		{"run --no-search --level must", report.StatusUsage, "--level must matches no level; the levels are core, extended, observation\n"},
		{"run --no-search --program sing", report.StatusUsage, "--program sing matches no program"},
		{"run --behavior a,b", report.StatusUsage, "--behavior a,b is one pattern; repeat the flag for several: --behavior a --behavior b\n"},
		{"run --matrix=some", report.StatusUsage, `--matrix must be different or all, not "some"`},
		{"run --jobs many", report.StatusUsage, "--jobs must be a number, not \"many\"; run `singdance run --help` for usage\n"},
		{"run --strict=perhaps", report.StatusUsage, "--strict must be true or false, not \"perhaps\""},
		{"judge FILE", report.StatusUsage, " is a file; name the folder that `singdance run --output` wrote: "},
		{"run --jobs 0", report.StatusUsage, "--jobs must be at least 1"},
		{"run --timeout-factor 0", report.StatusUsage, "--timeout-factor must be greater than 0"},
		{"run --python /no/such", report.StatusUsage, "cannot be used"},
		{"run --no-search --python FOLDER", report.StatusUsage, "has no interpreter"},
		{"run --no-search --python FILE", report.StatusUsage, "cannot be used: "},
		{"run --no-search --module billiard", report.StatusUsage, "--module billiard cannot be used"},
		{"run --no-search --driver FILE", report.StatusUsage, "could not be started"},
		{"run --no-search --output FILE/below", report.StatusUsage, `cannot write to --output "`},
		{"run --no-search --output FILE/below", report.StatusUsage, "; name a folder that is writable\n"},
		{"explain cobol", report.StatusUsage, `no behavior or group matches "cobol" (did you mean "pool"?); ` + "`singdance explain` lists the groups"},
		{"list --group singing", report.StatusUsage, "--group singing matches no group; the groups are method, "},
		{"list --level [", report.StatusUsage, "--level [ is not a valid pattern"},
		{"watch singing", report.StatusUsage, `no program "singing"; ` + "`singdance watch --help` lists them"},
		{"watch sing-dance --no-search --method fork-it", report.StatusUsage, `has no start method "fork-it"`},
		{"watch main-module-origins --no-search --implementation go-*", report.StatusUsage, "cannot run main-module-origins: a Go program has one main"},
		{"watch sing-dance --beats 0", report.StatusUsage, "--beats must be at least 1"},
		{"gate FOLDER", report.StatusUsage, "requires at least 2 arg(s)"},
		{"run --no-search --behavior singing", report.StatusUsage, "--behavior singing matches no behavior; `singdance list` lists all"},
		{"run --no-search --implementation cobol-*", report.StatusInconclusive, "--implementation cobol-* matches nothing on this machine"},
		{"run --no-search --method fork-it", report.StatusInconclusive, "--method fork-it matches no start method"},
		{"run --no-search --method spawn --behavior guard-fork-unaffected", report.StatusInconclusive, "the selection is empty: no selected behavior applies"},
	} {
		t.Run(test.arguments, func(t *testing.T) {
			g, b := NewWithT(t), newBox(t)
			// Replace the names after splitting the arguments: a path may contain spaces.
			arguments := strings.Fields(test.arguments)
			for n := range arguments {
				arguments[n] = strings.NewReplacer("FOLDER", filepath.Join(b.folder, "empty"), "FILE", file).Replace(arguments[n])
			}
			g.Expect(os.Mkdir(filepath.Join(b.folder, "empty"), 0o700)).To(Succeed())
			out := b.run(arguments...)
			g.Expect(out.stderr).To(HavePrefix("singdance: "))
			g.Expect(out.stderr).To(ContainSubstring(test.message))
			g.Expect(out.status).To(Equal(test.status), out.stderr)
			g.Expect(out.stdout).To(BeEmpty())
		})
	}
}

func TestNewerDriverVersion(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("run", "--no-search", "--driver", faulty("newer-version"))
	g.Expect(out.status).To(Equal(report.StatusUsage))
	g.Expect(out.stderr).To(ContainSubstring("version 2 of DRIVER.md; this program supports version 1"))
}

// A failure of the suite itself has its own exit status: it is neither a usage error nor a failed behavior.
func TestSuiteFailure(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	file := filepath.Join(b.folder, "file")
	g.Expect(os.WriteFile(file, nil, 0o600)).To(Succeed())
	b.environment = append(b.environment, "TMPDIR="+file, "TMP="+file, "TEMP="+file)
	out := b.run("run", "--no-search")
	g.Expect(out.status).To(Equal(report.StatusSuite), out.stderr)
	g.Expect(out.stderr).To(ContainSubstring("cannot create a temporary folder"))
}

// An observation cannot fail, so a run of observations alone judges nothing.
func TestObservationsOnlyIsInconclusive(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("run", "--no-search", "--behavior", "helper-count-while-children-run")
	g.Expect(out.status).To(Equal(report.StatusInconclusive))
	g.Expect(out.stdout).To(ContainSubstring("\ninconclusive: nothing was judged\n"))
}
