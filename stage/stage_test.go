package stage

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	. "github.com/onsi/gomega"
)

func TestOpen(t *testing.T) {
	g := NewWithT(t)
	folder := filepath.Join(t.TempDir(), "not", "there", "yet")
	s, err := Open(Options{Folder: folder})
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(filepath.Dir(s.folder)).To(Equal(folder))
	g.Expect(filepath.Join(s.ProgramFolder(), "driver.py")).To(BeARegularFile())
	g.Expect(s.options).To(Equal(Options{Folder: folder, TimeoutFactor: 1, Beats: 3, Beat: 10 * time.Millisecond}))
	g.Expect(s.deadline()).To(Equal(Deadline))
	g.Expect(s.Close()).To(Succeed())
	g.Expect(s.Close()).To(Succeed(), "the second Close")
	g.Expect(os.ReadDir(folder)).To(BeEmpty())
}

// The path of the folder must be absolute, because programs and the guard have other working folders.
func TestOpenRelativeFolder(t *testing.T) {
	g := NewWithT(t)
	t.Chdir(t.TempDir())
	s, err := Open(Options{Folder: "here"})
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(filepath.IsAbs(s.folder)).To(BeTrue(), s.folder)
	g.Expect(s.Close()).To(Succeed())
	g.Expect(os.ReadDir("here")).To(BeEmpty())
}

func TestOpenCannotCreateFolder(t *testing.T) {
	g := NewWithT(t)
	file := filepath.Join(t.TempDir(), "file")
	g.Expect(os.WriteFile(file, nil, 0o600)).To(Succeed())
	for _, folder := range []string{file, filepath.Join(file, "below")} {
		_, err := Open(Options{Folder: folder})
		g.Expect(err).To(MatchError(HavePrefix("cannot create a temporary folder (set TMPDIR to a folder that you can write to): ")))
	}
	for _, name := range []string{"TMPDIR", "TMP", "TEMP"} {
		t.Setenv(name, file)
	}
	_, err := Open(Options{})
	g.Expect(err).To(MatchError(HavePrefix("cannot create a temporary folder (set TMPDIR to a folder that you can write to): ")))
}
