package behaviors_test

import (
	"os"
	"strings"
	"testing"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/internal/ledger"
)

// maxUnseen bounds the part of the defects that no behavior sees, in percent. It goes down as behaviors are added. The goal is 10.
const maxUnseen = 28

// Every recording that the list of defects names must show the defect.
func TestDefects(t *testing.T) {
	g := gomega.NewWithT(t)
	all, err := ledger.Load()
	g.Expect(err).NotTo(gomega.HaveOccurred())
	g.Expect(all.Entries).NotTo(gomega.BeEmpty())
	unseen := all.Count(ledger.NoBehavior) + all.Count(ledger.OutOfReach)
	g.Expect(100*unseen).To(gomega.BeNumerically("<=", maxUnseen*len(all.Entries)), "%d of %d defects are seen by no behavior", unseen, len(all.Entries))
	var page strings.Builder
	all.Markdown(&page)
	written, err := os.ReadFile("../docs/defects.md")
	g.Expect(err).NotTo(gomega.HaveOccurred())
	g.Expect(strings.ReplaceAll(string(written), "\r\n", "\n")).To(gomega.Equal(page.String()),
		"docs/defects.md must hold what conformance/defects says; run go generate ./...")
}
