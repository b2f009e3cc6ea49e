package behaviors_test

import (
	"os"
	"strings"
	"testing"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
)

func TestCoverage(t *testing.T) {
	g := gomega.NewWithT(t)
	c, err := conformance.LoadCoverage()
	g.Expect(err).NotTo(gomega.HaveOccurred())
	for _, b := range c.Uncovered() {
		if b.Level == conformance.Core {
			t.Errorf("%s is core, but no statement in coverage.yaml names it", b.ID)
		}
	}
	seen := map[string]bool{}
	for _, s := range c.Statements {
		g.Expect(seen[s.ID]).To(gomega.BeFalse(), s.ID)
		seen[s.ID] = true
		g.Expect(s.Text).To(gomega.HaveSuffix("."), s.ID)
	}
	var page strings.Builder
	c.Markdown(&page)
	written, err := os.ReadFile("../docs/coverage.md")
	g.Expect(err).NotTo(gomega.HaveOccurred())
	g.Expect(strings.ReplaceAll(string(written), "\r\n", "\n")).To(gomega.Equal(page.String()),
		"docs/coverage.md must hold what conformance/coverage.yaml says; run go generate ./...")
}
