package conformance

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/onsi/gomega"
)

var updateDocs = flag.Bool("update-docs", false, "write docs/coverage.md anew")

func TestCoverage(t *testing.T) {
	g := gomega.NewWithT(t)
	c, err := LoadCoverage()
	g.Expect(err).NotTo(gomega.HaveOccurred())
	for _, b := range c.Uncovered() {
		if b.Level == Core {
			t.Errorf("%s is core, and no statement in coverage.yaml documents it", b.ID)
		}
	}
	seen := map[string]bool{}
	for _, s := range c.Statements {
		g.Expect(seen[s.ID]).To(gomega.BeFalse(), s.ID)
		seen[s.ID] = true
		g.Expect(s.Text).To(gomega.HaveSuffix("."), s.ID)
	}
	const file = "../docs/coverage.md"
	var page strings.Builder
	c.Markdown(&page)
	if *updateDocs {
		g.Expect(os.WriteFile(file, []byte(page.String()), 0o644)).To(gomega.Succeed())
	}
	written, err := os.ReadFile(file)
	g.Expect(err).NotTo(gomega.HaveOccurred())
	g.Expect(strings.ReplaceAll(string(written), "\r\n", "\n")).To(gomega.Equal(page.String()),
		"docs/coverage.md is not what coverage.yaml says; go test ./conformance -run TestCoverage -update-docs writes it anew")
}
