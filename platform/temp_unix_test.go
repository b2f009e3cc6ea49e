//go:build unix

package platform

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	. "github.com/onsi/gomega"
)

func TestTempDirAvoidsLongPath(t *testing.T) {
	g := NewWithT(t)
	long := filepath.Join(t.TempDir(), strings.Repeat("long", 20)) // t.TempDir uses TMPDIR itself
	for _, path := range []string{"/tmp", "/", "/nowhere"} {
		t.Setenv("TMPDIR", path)
		g.Expect(TempDir()).To(Equal(path))
	}
	t.Setenv("TMPDIR", long)
	g.Expect(TempDir()).To(Equal(long), "a missing folder is returned, so that its user reports the error")
	g.Expect(os.WriteFile(long, nil, 0o600)).To(Succeed())
	g.Expect(TempDir()).To(Equal(long), "a file is returned, so that its user reports the error")
	g.Expect(os.Remove(long)).To(Succeed())
	g.Expect(os.Mkdir(long, 0o700)).To(Succeed())
	g.Expect(TempDir()).To(Equal("/tmp"))
}
