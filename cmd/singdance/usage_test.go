package main

import (
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/report"
)

// An invalid pattern, number or argument is a usage error that is reported in one line.
func TestInvalidValues(t *testing.T) {
	for name, test := range map[string]struct {
		arguments []string
		message   string
	}{
		"behavior":          {[]string{"run", "--no-search", "--behavior", "["}, "--behavior [ is not a valid pattern"},
		"method":            {[]string{"run", "--no-search", "--method", "["}, "--method [ is not a valid pattern"},
		"implementation":    {[]string{"run", "--no-search", "--implementation", "["}, `invalid pattern of implementation IDs "["`},
		"where to watch":    {[]string{"watch", "sing-dance", "--no-search", "--implementation", "["}, `invalid pattern of implementation IDs "["`},
		"not a number":      {[]string{"run", "--timeout-factor", "NaN"}, "--timeout-factor must be greater than 0"},
		"infinite":          {[]string{"run", "--timeout-factor", "+Inf"}, "--timeout-factor must be greater than 0"},
		"empty output":      {[]string{"run", "--output", ""}, "--output is empty"},
		"empty interpreter": {[]string{"run", "--no-search", "--python", ""}, "--python needs a value that is not empty"},
		"empty module":      {[]string{"run", "--no-search", "--module", ""}, "--module needs a value that is not empty"},
		"empty driver":      {[]string{"run", "--no-search", "--driver", ""}, "--driver needs a value that is not empty"},
		"extra argument":    {[]string{"list", "all"}, "unexpected argument \"all\"; run `singdance list --help` for usage"},
		"unknown flag":      {[]string{"gate", "--all"}, "unknown flag: --all; run `singdance gate --help` for usage"},
		"empty beat":        {[]string{"watch", "sing-dance", "--beat", "0s"}, "--beat longer than 0"},
	} {
		t.Run(name, func(t *testing.T) {
			g := NewWithT(t)
			out := newBox(t).run(test.arguments...)
			g.Expect(out.status).To(Equal(report.StatusUsage))
			g.Expect(out.stdout).To(BeEmpty())
			g.Expect(out.stderr).To(MatchRegexp(`^singdance: [^\n]+\n$`))
			g.Expect(out.stderr).To(ContainSubstring(test.message))
		})
	}
}

func TestHelp(t *testing.T) {
	g := NewWithT(t)
	for _, arguments := range [][]string{{}, {"--help"}, {"help"}, {"run", "--help"}, {"watch", "-h"}} {
		out := newBox(t).run(arguments...)
		g.Expect(out.status).To(BeZero())
		g.Expect(out.stdout).To(ContainSubstring("Usage:\n  singdance"))
		g.Expect(out.stderr).To(BeEmpty())
	}
}

// The command is its own Go driver.
func TestGoDriver(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("go-driver", "hello")
	g.Expect(out.status).To(BeZero())
	g.Expect(out.stdout).To(MatchJSON(`{"singdance": 1, "driver": "go"}`))
	out = b.run("go-driver", "run", "no-such-program")
	g.Expect(out.status).To(Equal(2))
	g.Expect(out.stderr).To(ContainSubstring(`the Go driver has no program "no-such-program"`))
}

func TestWatchOfBrokenProgram(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("watch", "sing-dance", "--no-search", "--driver", faulty("garbage"))
	g.Expect(out.status).To(Equal(report.StatusUnexpected))
	g.Expect(out.stderr).To(MatchRegexp(`^sing-dance on fake-1.0\+fake, spawn\ncrash: line 1 of the event file: invalid JSON: .*\n$`))
	g.Expect(out.stderr).NotTo(ContainSubstring("\x1b"))
}
