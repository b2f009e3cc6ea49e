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
	g.Expect(RemoveAll(folder)).To(Succeed(), "what is not there")
}

func TestRemoveAllDeepFolder(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Wine takes minutes for the path of each")
	}
	g := NewWithT(t)
	folder := filepath.Join(t.TempDir(), "folder")
	g.Expect(os.Mkdir(folder, 0o700)).To(Succeed())
	root, err := os.OpenRoot(folder)
	g.Expect(err).NotTo(HaveOccurred())
	for range 1500 { // a path that is longer than a system takes
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
