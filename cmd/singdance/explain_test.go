package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/report"
)

func TestList(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("list")
	g.Expect(out.status).To(BeZero())
	for _, b := range conformance.All() {
		g.Expect(out.stdout).To(ContainSubstring(" " + b.ID))
	}
	for line := range strings.Lines(out.stdout) {
		g.Expect(utf8.RuneCountInString(strings.TrimSuffix(line, "\n"))).To(BeNumerically("<=", 80), line)
	}

	out = b.run("list", "--group", "guard", "--group", "atexit", "--level", "core")
	g.Expect(out.stdout).To(ContainSubstring("guard-error-is-runtime-error"))
	g.Expect(out.stdout).To(ContainSubstring("atexit-skipped-when-terminated"))
	g.Expect(out.stdout).NotTo(ContainSubstring("exit-status-zero"))
	g.Expect(out.stdout).NotTo(ContainSubstring("extended"))
}

func TestExplain(t *testing.T) {
	g, out := NewWithT(t), newBox(t).run("explain", "guard-child-exitcode")
	g.Expect(out.status).To(BeZero())
	b, _ := conformance.Find("guard-child-exitcode")
	for _, part := range []string{
		b.Statement, b.Sources[0].URL, string(b.Level) + ": ", "spawn, forkserver", "Known differences", "fixtures/sing-dance-unguarded/",
		"multiprocessing, loky, joblib.externals.loky and torch.multiprocessing on Python <3.7, under forkserver", "seen: failure /",
	} {
		g.Expect(out.stdout).To(ContainSubstring(part))
	}
	g.Expect(out.stdout).NotTo(ContainSubstring("Observed"))
}

// An observation has an answer, which the kept recordings show.
func TestExplainObservation(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("explain", "mainmodule-body-runs")
	g.Expect(out.stdout).To(MatchRegexp(`(?m)^    spawn\n      __main__ ×1, __mp_main__ ×2\n        .*cpython-3\.15`))
	g.Expect(out.stdout).To(ContainSubstring("/behavior/mainmodule-body-runs.html\n"))
	out = b.run("explain", "mainmodule")
	g.Expect(out.stdout).To(MatchRegexp(`(?m)^mainmodule-body-runs \(observation; all start methods\)\n  .*\n  on cpython-3\.\S+: .*spawn: __main__ ×1, __mp_main__ ×2`))
}

func TestExplainSelection(t *testing.T) {
	for name, test := range map[string]struct {
		arguments []string
		parts     []string
		without   string
	}{
		"nothing lists the groups":      {nil, []string{"  guard        a main module without a main guard\n", "groups with "}, "guard-child-exitcode"},
		"an empty word is nothing":      {[]string{""}, []string{"  guard        "}, "guard-child-exitcode"},
		"a group":                       {[]string{"guard"}, []string{"guard-child-exitcode (extended; spawn, forkserver)\n", "--behavior 'guard-*'"}, "exit-status-zero"},
		"a group with common beginning": {[]string{"concurrency"}, []string{"--behavior 'concurrency-*'"}, ""},
		"other letters and a space":     {[]string{"GUARD "}, []string{"guard-child-exitcode (extended"}, ""},
		"a group is searched for":       {[]string{"--search", "guard"}, []string{"inherit-target-inside-main-guard (core", ` with "guard"; `}, "exit-status-zero"},
		"a prefix":                      {[]string{"exitcode-sys-exit"}, []string{"exitcode-sys-exit-number (core", "--behavior 'exitcode-sys-exit*'"}, "exitcode-abort"},
		"a prefix of one":               {[]string{"guard-child-exitcod"}, []string{"guard-child-exitcode\n", "Sources"}, ""},
		"a pattern":                     {[]string{"guard-*"}, []string{"guard-child-exitcode (extended", "--behavior 'guard-*'"}, "exit-status-zero"},
		"a word of an ID":               {[]string{"authkey"}, []string{"inherit-authkey"}, "guard-child-exitcode"},
		"a word of a statement":         {[]string{"getppid()"}, []string{"identity-pids-match-process-table"}, "guard-child-exitcode"},
		"a word with another ending":    {[]string{"import"}, []string{"guard-error-during-main-import"}, "exit-status-zero"},
		"fork is not forkserver":        {[]string{"fork"}, []string{"guard-fork-unaffected"}, "forkserver-replaced-after-kill"},
		"part of a word":                {[]string{"lambd"}, []string{"pickle-local-targets-refused"}, "exit-status-zero"},
		"a word of a source":            {[]string{"subreaper", "orphan"}, []string{"orphan-reparented"}, "exit-status-zero"},
		"two words":                     {[]string{"lambda", "start"}, []string{"pickle-local-targets-refused"}, "exit-status-zero"},
		"two IDs":                       {[]string{"exit-status-zero", "guard-child-exitcode"}, []string{"exit-status-zero (core", "guard-child-exitcode (extended"}, "exitcode-abort"},
	} {
		t.Run(name, func(t *testing.T) {
			g, out := NewWithT(t), newBox(t).run(append([]string{"explain"}, test.arguments...)...)
			g.Expect(out.status).To(BeZero(), out.stderr)
			for _, part := range test.parts {
				g.Expect(out.stdout).To(ContainSubstring(part))
			}
			if test.without != "" {
				g.Expect(out.stdout).NotTo(ContainSubstring(test.without))
			}
		})
	}
}

func TestExplainUnknown(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	for argument, message := range map[string]string{
		"exitcode-sys-exti": `no behavior or group matches "exitcode-sys-exti" (did you mean "exitcode-sys-exit"?)`,
		"xyzzy-*":           `no behavior matches "xyzzy-*"`,
		"guard-[":           `"guard-[" is not a valid pattern`,
		"...":               `no behavior or group matches "..."`,
	} {
		out := b.run("explain", argument)
		g.Expect(out.status).To(Equal(report.StatusUsage), argument)
		g.Expect(out.stderr).To(ContainSubstring(message))
	}
}

// On a terminal, paragraphs are wrapped.
func TestParagraph(t *testing.T) {
	g := NewWithT(t)
	for width, expected := range map[int]string{
		0:  "  A child MUST end before its parent does.\n",
		30: "  A child MUST end before its\n  parent does.\n",
		9:  "  A child MUST end before its parent does.\n",
	} {
		var text strings.Builder
		(&wrapper{&text, width}).paragraph("  ", "A child MUST end before its parent does.")
		g.Expect(text.String()).To(Equal(expected))
	}
}

// On a terminal of 80 columns, no line is longer.
func TestImplementationsOnNarrowTerminal(t *testing.T) {
	g := NewWithT(t)
	home, err := os.UserHomeDir()
	g.Expect(err).NotTo(HaveOccurred())
	found := []implementation.Implementation{
		{Executable: "/usr/bin/python3.9", Unavailable: "it has no module _multiprocessing, which " + strings.Repeat("it needs very much, and ", 5) + "that is that", Origin: "pyenv"},
		{
			ID: "cpython-3.14.10+joblib.externals.loky", Module: "joblib.externals.loky", ModuleVersion: "3.5.6", Platform: "linux", Machine: "x86_64",
			Methods: []string{"loky", "spawn"}, Default: "loky", Origin: "PATH", Executable: filepath.Join(home, "bin", "python3.14"),
		},
		{ID: "cpython-3.15.2", Module: "multiprocessing", Platform: "linux", Methods: []string{"fork"}, Executable: "/begin/" + strings.Repeat("x", 200) + "/end"},
	}
	var narrow, wide strings.Builder
	printImplementations(&narrow, found, 80)
	for line := range strings.Lines(narrow.String()) {
		g.Expect(utf8.RuneCountInString(strings.TrimSuffix(line, "\n"))).To(BeNumerically("<=", 80), line)
	}
	for _, part := range []string{
		"cpython-3.14.10+joblib.externals.loky\n  joblib.externals.loky 3.5.6 on linux x86_64, found by PATH\n  loky* spawn\n  " + filepath.Join("~", "bin", "python3.14") + "\n",
		"  /begin/xx", "xx/end\n", "/usr/bin/python3.9\n  cannot be run, found by pyenv\n  it has no module", "that is that\n",
	} {
		g.Expect(narrow.String()).To(ContainSubstring(part))
	}
	printImplementations(&wide, found, 0)
	g.Expect(wide.String()).To(MatchRegexp(`cpython-3\.15\.2 .*│ fork +│ .*xx/end`))
}
