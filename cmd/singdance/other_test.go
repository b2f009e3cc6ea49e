package main

import (
	"path/filepath"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/report"
)

func TestVersion(t *testing.T) {
	g, out := NewWithT(t), newBox(t).run("version")
	g.Expect(out.status).To(BeZero())
	g.Expect(out.stdout).To(MatchRegexp(`^singdance \S+, go1\S+ \w+/\w+\ndriver contract 1, results schema 1, recording schema 1\n$`))
}

func TestImplementations(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("implementations", "--no-search", "--driver", faulty("silent"))
	g.Expect(out.status).To(BeZero(), out.stderr)
	g.Expect(out.stdout).To(MatchRegexp(`go-1\S+ .*startmethods.*(?:spawn|fork)\*`))
	g.Expect(out.stdout).To(MatchRegexp(`fake-1.0\+fake .*--driver`))
}

func TestWatch(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("watch", "sing-dance", "--no-search", "--method", "spawn", "--beat", "1ms", "--beats", "2")
	g.Expect(out.status).To(BeZero(), out.stderr)
	g.Expect(out.stdout).To(MatchRegexp(`(?m)^sing: pid \d+, parent \d+$`))
	g.Expect(out.stdout).To(MatchRegexp(`(?m)^dance: pid \d+, parent \d+$`))
	g.Expect(out.stdout).To(MatchRegexp(`(?s)唱歌\.{6} 1\n.*唱歌\.{6} 2\n`))
	g.Expect(out.stderr).To(HavePrefix("sing-dance on go-"))
	g.Expect(out.stderr).To(HaveSuffix("the main process ended with exit status 0\n"))

	out = b.run("watch", "sing-dance-unguarded", "--no-search", "--method", "spawn", "--beat", "1ms")
	g.Expect(out.stdout).NotTo(ContainSubstring("唱歌"))
	g.Expect(out.stderr).To(ContainSubstring("the main guard is missing"))
}

// The gate fails if a cell is missing, partial or unreadable.
func TestGate(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	g.Expect(b.run("run", "--no-search", "--output", filepath.Join("cells", "whole")).status).To(BeZero())
	g.Expect(b.run("run", "--no-search", "--output", filepath.Join("cells", "partial"), "--behavior", "args-none-received").status).To(BeZero())

	out := b.run("gate", "cells", "whole")
	g.Expect(out.status).To(Equal(report.StatusConformant), out.stderr)
	g.Expect(out.stdout).To(MatchRegexp(`^whole: conformant: .*; go-1\.\S+ on `))
	for _, cell := range []string{"partial", "missing"} {
		out = b.run("gate", "cells", "whole", cell)
		g.Expect(out.status).To(Equal(report.StatusUnexpected))
		g.Expect(out.stderr).To(ContainSubstring("1 of 2 cells are missing or not conformant: " + cell))
	}
}

func TestHostile(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("hostile", "well-behaved", "events-null-bytes")
	g.Expect(out.status).To(BeZero(), out.stdout+out.stderr)
	g.Expect(out.stdout).To(MatchRegexp(`well-behaved +│ .* │ pass +│ [0-9.]+ +│ nothing`))
	g.Expect(out.stdout).To(MatchRegexp(`events-null-bytes +│ .* │ crash +│ [0-9.]+ +│ nothing`))
	g.Expect(b.run("hostile", "friendly").status).To(Equal(report.StatusUsage))
}
