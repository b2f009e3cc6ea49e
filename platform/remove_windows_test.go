package platform

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	. "github.com/onsi/gomega"
	"golang.org/x/sys/windows"
)

// TestRemoveAllWaitsForFileInUse checks that a file that is in use at first does not make RemoveAll fail.
func TestRemoveAllWaitsForFileInUse(t *testing.T) {
	g := NewWithT(t)
	folder := filepath.Join(t.TempDir(), "folder")
	free, used := filepath.Join(folder, "free"), filepath.Join(folder, "used")
	g.Expect(os.Mkdir(folder, 0o700)).To(Succeed())
	g.Expect(os.WriteFile(free, nil, 0o600)).To(Succeed())
	name, err := windows.UTF16PtrFromString(used)
	g.Expect(err).NotTo(HaveOccurred())
	handle, err := windows.CreateFile(name, windows.GENERIC_WRITE, 0, nil, windows.CREATE_NEW, 0, 0)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(inUse(os.Remove(used))).To(BeTrue())
	closed := make(chan error)
	go func() {
		for { // when one file is gone, RemoveAll has tried the other, or will do so soon
			if _, err := os.Stat(free); err != nil {
				break
			}
			runtime.Gosched()
		}
		closed <- windows.CloseHandle(handle)
	}()
	g.Expect(RemoveAll(folder)).To(Succeed())
	g.Expect(<-closed).To(Succeed())
	g.Expect(folder).NotTo(BeAnExistingFile())
}
