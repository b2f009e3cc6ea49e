package platform

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	. "github.com/onsi/gomega"
)

func TestRemoveAll(t *testing.T) {
	g := NewWithT(t)
	folder := filepath.Join(t.TempDir(), "folder")
	deep := filepath.Join(folder, "a", "b")
	g.Expect(os.MkdirAll(deep, 0o700)).To(Succeed())
	g.Expect(os.WriteFile(filepath.Join(deep, "file"), nil, 0o400)).To(Succeed())
	for _, closed := range []string{deep, filepath.Dir(deep), folder} {
		g.Expect(os.Chmod(closed, 0)).To(Succeed())
	}
	g.Expect(RemoveAll(folder)).To(Succeed())
	g.Expect(folder).NotTo(BeAnExistingFile())
	g.Expect(RemoveAll(folder)).To(Succeed(), "a missing folder")
}

func TestRemoveAllDeepFolder(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("this takes minutes under Wine")
	}
	g := NewWithT(t)
	folder := filepath.Join(t.TempDir(), "folder")
	g.Expect(os.Mkdir(folder, 0o700)).To(Succeed())
	root, err := os.OpenRoot(folder)
	g.Expect(err).NotTo(HaveOccurred())
	for range 1500 { // the path becomes longer than the system allows
		g.Expect(root.Mkdir("below", 0o700)).To(Succeed())
		below, err := root.OpenRoot("below")
		g.Expect(err).NotTo(HaveOccurred())
		g.Expect(root.Close()).To(Succeed())
		root = below
	}
	g.Expect(root.Close()).To(Succeed())
	g.Expect(RemoveAll(folder)).To(Succeed())
	g.Expect(folder).NotTo(BeAnExistingFile())
}
