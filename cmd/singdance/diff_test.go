package main

import (
	"path/filepath"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/report"
)

func TestDiff(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("run", "--no-search", "--behavior", "method*", "--output", "results")
	g.Expect(out.status).To(BeZero(), out.stderr)

	out = b.run("diff", "results", "results#go-*")
	g.Expect(out.status).To(BeZero(), out.stderr)
	g.Expect(out.stdout).To(HavePrefix("go-1"))
	g.Expect(out.stdout).To(HaveSuffix("1 pair compared: nothing has changed\n"))

	for _, wrong := range []struct{ after, message string }{
		{"nowhere", `cannot compare "nowhere": open ` + filepath.Join("nowhere", report.File) + ": "},
		{"results#cpython-*", `"results" has no implementation "cpython-*"; it has go-1`},
		{"results#[", `invalid pattern of implementation IDs "["`},
	} {
		out = b.run("diff", "results", wrong.after)
		g.Expect(out.status).To(Equal(2), wrong.after)
		g.Expect(out.stderr).To(ContainSubstring(wrong.message))
	}
	out = b.run("diff", "results", "nowhere")
	g.Expect(out.stderr).To(HaveSuffix("; name a folder that `singdance run --output` wrote\n"))
	g.Expect(b.run("diff", "results").status).To(Equal(2))
}
