package main

import (
	"testing"

	. "github.com/onsi/gomega"
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
		{"nowhere", "nowhere cannot be compared; name a folder of `singdance run --output`"},
		{"results#cpython-*", "results has no implementation cpython-*; it has go-1"},
		{"results#[", `"[" is not a pattern of implementation ids`},
	} {
		out = b.run("diff", "results", wrong.after)
		g.Expect(out.status).To(Equal(2), wrong.after)
		g.Expect(out.stderr).To(ContainSubstring(wrong.message))
	}
	g.Expect(b.run("diff", "results").status).To(Equal(2))
}
