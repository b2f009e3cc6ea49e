package main

import (
	"os"
	"path/filepath"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/report/site"
)

func TestReference(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("run", "--no-search", "--implementation", "go-*", "--behavior", "*", "--output", "results")
	g.Expect(out.status).To(BeZero(), out.stderr)

	out = b.run("reference", "results", "--data", "data", "--output", "site")
	g.Expect(out.status).To(BeZero(), out.stderr)
	files, err := filepath.Glob(filepath.Join(b.folder, "data", "*", site.DataFile))
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(files).To(HaveLen(1))
	first, err := os.ReadFile(filepath.Join(b.folder, "site", "index.html"))
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(string(first)).To(ContainSubstring(">go-1."))

	// The data are enough to make the same site.
	out = b.run("reference", "data", "--output", "again")
	g.Expect(out.status).To(BeZero(), out.stderr)
	second, err := os.ReadFile(filepath.Join(b.folder, "again", "index.html"))
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(string(second)).To(Equal(string(first)))
}

func TestReferenceRefuses(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	for _, wrong := range []struct {
		arguments []string
		message   string
	}{
		{[]string{"reference"}, "requires at least 1 arg"},
		{[]string{"reference", "nowhere"}, "nothing to write: use --output for the site, --data for the data, or both"},
		{[]string{"reference", "nowhere", "--output", "site"}, `cannot use the results of "nowhere": ` + filepath.Join("nowhere", site.DataFile) + ": "},
	} {
		out := b.run(wrong.arguments...)
		g.Expect(out.status).To(Equal(2), out.stderr)
		g.Expect(out.stderr).To(ContainSubstring(wrong.message))
	}
	_, err := os.Stat(filepath.Join(b.folder, "site"))
	g.Expect(os.IsNotExist(err)).To(BeTrue())
}
