//go:build unix

package platform

import (
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	. "github.com/onsi/gomega"
	"golang.org/x/sys/unix"
)

// TestRemoveAllDeeperThanDescriptorLimit checks that a few descriptors are enough to remove folders that are nested
// deeper than the limits of descriptors and paths.
func TestRemoveAllDeeperThanDescriptorLimit(t *testing.T) {
	g := NewWithT(t)
	folder := filepath.Join(t.TempDir(), "folder")
	g.Expect(os.Mkdir(folder, 0o700)).To(Succeed())
	place, err := unix.Open(folder, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	g.Expect(err).NotTo(HaveOccurred())
	for n := range 3000 {
		g.Expect(unix.Mkdirat(place, "below", 0o700)).To(Succeed())
		below, err := unix.Openat(place, "below", unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
		g.Expect(err).NotTo(HaveOccurred())
		if n%500 == 0 { // with more entries to remove and to move up, in folders without permissions
			g.Expect(unix.Mkdirat(place, "extra", 0o700)).To(Succeed())
			g.Expect(unix.Symlinkat("/", place, "link")).To(Succeed())
			g.Expect(unix.Fchmod(place, 0)).To(Succeed())
		}
		g.Expect(unix.Close(place)).To(Succeed())
		place = below
	}
	g.Expect(unix.Close(place)).To(Succeed())

	var before syscall.Rlimit
	g.Expect(syscall.Getrlimit(syscall.RLIMIT_NOFILE, &before)).To(Succeed())
	few := before
	few.Cur = 100
	g.Expect(syscall.Setrlimit(syscall.RLIMIT_NOFILE, &few)).To(Succeed())
	err = RemoveAll(folder)
	g.Expect(syscall.Setrlimit(syscall.RLIMIT_NOFILE, &before)).To(Succeed())
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(folder).NotTo(BeAnExistingFile())
}

// TestRemoveAllManyFolders checks that no folder is skipped, although the parent folder changes while it is read.
func TestRemoveAllManyFolders(t *testing.T) {
	g := NewWithT(t)
	folder := filepath.Join(t.TempDir(), "folder")
	for n := range 1000 {
		g.Expect(os.MkdirAll(filepath.Join(folder, strconv.Itoa(n%7), strconv.Itoa(n), "deep"), 0o700)).To(Succeed())
	}
	g.Expect(RemoveAll(folder)).To(Succeed())
	g.Expect(folder).NotTo(BeAnExistingFile())
}

func TestRemoveAllFile(t *testing.T) {
	g := NewWithT(t)
	file := filepath.Join(t.TempDir(), "file")
	g.Expect(os.Symlink("/", file)).To(Succeed())
	g.Expect(RemoveAll(file)).To(Succeed())
	g.Expect(filepath.Dir(file)).To(BeADirectory())
	_, err := os.Lstat(file)
	g.Expect(err).To(MatchError(os.ErrNotExist))
	g.Expect(RemoveAll(filepath.Join(os.DevNull, "below"))).NotTo(Succeed())
}
