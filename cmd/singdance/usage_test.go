package main

import (
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/report"
)

// What no selection and no flag can mean is told as a mistake of the request, in one line.
func TestWordsThatMeanNothing(t *testing.T) {
	for name, test := range map[string]struct {
		arguments []string
		says      string
	}{
		"behavior":          {[]string{"run", "--no-search", "--behavior", "["}, "--behavior [ is not a pattern"},
		"method":            {[]string{"run", "--no-search", "--method", "["}, "--method [ is not a pattern"},
		"implementation":    {[]string{"run", "--no-search", "--implementation", "["}, `"[" is not a pattern of implementation ids`},
		"where to perform":  {[]string{"perform", "sing-dance", "--no-search", "--implementation", "["}, `"[" is not a pattern of implementation ids`},
		"no number":         {[]string{"run", "--timeout-factor", "NaN"}, "--timeout-factor must be greater than 0"},
		"too much":          {[]string{"run", "--timeout-factor", "+Inf"}, "--timeout-factor must be greater than 0"},
		"empty output":      {[]string{"run", "--output", ""}, "--output is empty"},
		"empty interpreter": {[]string{"run", "--no-search", "--python", ""}, "--python is empty"},
		"empty module":      {[]string{"run", "--no-search", "--module", ""}, "--module is empty"},
		"empty driver":      {[]string{"run", "--no-search", "--driver", ""}, "--driver is empty"},
		"an argument":       {[]string{"list", "all"}, "singdance list"},
		"a flag":            {[]string{"gate", "--all"}, "`singdance gate --help` tells what there is"},
		"a beat":            {[]string{"perform", "sing-dance", "--beat", "0s"}, "--beat longer than 0"},
	} {
		t.Run(name, func(t *testing.T) {
			g := NewWithT(t)
			out := newBox(t).run(test.arguments...)
			g.Expect(out.status).To(Equal(report.StatusUsage))
			g.Expect(out.stdout).To(BeEmpty())
			g.Expect(out.stderr).To(MatchRegexp(`^singdance: [^\n]+\n$`))
			g.Expect(out.stderr).To(ContainSubstring(test.says))
		})
	}
}

func TestHelp(t *testing.T) {
	g := NewWithT(t)
	for _, arguments := range [][]string{{}, {"--help"}, {"help"}, {"run", "--help"}, {"perform", "-h"}} {
		out := newBox(t).run(arguments...)
		g.Expect(out.status).To(BeZero())
		g.Expect(out.stdout).To(ContainSubstring("Usage:\n  singdance"))
		g.Expect(out.stderr).To(BeEmpty())
	}
}

// The command is its own Go driver, whatever else is in its environment.
func TestGoDriver(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("go-driver", "hello")
	g.Expect(out.status).To(BeZero())
	g.Expect(out.stdout).To(MatchJSON(`{"singdance": 1, "driver": "go"}`))
	out = b.run("go-driver", "run", "no-such-program")
	g.Expect(out.status).To(Equal(2))
	g.Expect(out.stderr).To(ContainSubstring(`there is no program "no-such-program"`))
}

func TestPerformOfWhatBreaks(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("perform", "sing-dance", "--no-search", "--driver", faulty("garbage"))
	g.Expect(out.status).To(Equal(report.StatusUnexpected))
	g.Expect(out.stderr).To(MatchRegexp(`^sing-dance on fake-1.0\+fake, spawn\ncrash: line 1 of the event file: not JSON: .*\n$`))
	g.Expect(out.stderr).NotTo(ContainSubstring("\x1b"))
}
