package platform

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	. "github.com/onsi/gomega"
)

func TestGuardRemovesSharedNames(t *testing.T) {
	for _, test := range []struct {
		name string
		end  func(g *Guard) error
	}{
		{"Close", (*Guard).Close},
		{"end of the pipe", func(g *Guard) error {
			runGuard(strings.NewReader(""), filepath.Join(t.TempDir(), "none"), g.tokenPrefix)
			return g.Close()
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			g := NewWithT(t)
			guard, err := NewGuard(t.TempDir())
			g.Expect(err).NotTo(HaveOccurred())
			another, err := NewGuard(t.TempDir())
			g.Expect(err).NotTo(HaveOccurred())
			named := func(guard *Guard, prefix string) string {
				file := filepath.Join(shmFolder, prefix+"sd-"+guard.Token()[:tokenCharsInNames]+"-1")
				g.Expect(os.WriteFile(file, nil, 0o600)).To(Succeed())
				return file
			}
			block, semaphore, otherName := named(guard, ""), named(guard, "sem."), named(another, "")
			g.Expect(test.end(guard)).To(Succeed())
			g.Expect(block).NotTo(BeAnExistingFile())
			g.Expect(semaphore).NotTo(BeAnExistingFile())
			g.Expect(otherName).To(BeAnExistingFile())
			g.Expect(another.Close()).To(Succeed())
			g.Expect(otherName).NotTo(BeAnExistingFile())
		})
	}
}
