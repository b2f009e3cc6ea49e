package platform

import (
	"os"
	"testing"
	"time"

	. "github.com/onsi/gomega"
)

func requireMemory(t *testing.T) {
	t.Helper()
	if info, err := os.Stat(memoryFolder); err != nil || !info.IsDir() {
		t.Skip("shared memory is not in " + memoryFolder)
	}
}

func TestSharedMemoryOfWhomIsKilledIsRemoved(t *testing.T) {
	requireMemory(t)
	s := begin(t, "tree", "parent", "share", "child")
	path := s.announced("child").Text
	s.Expect(path).To(BeAnExistingFile())
	s.Expect(s.Kill()).To(Succeed())
	s.Expect(path).NotTo(BeAnExistingFile())
}

func TestSharedMemoryThatIsOlderOrAnotherStays(t *testing.T) {
	requireMemory(t)
	for name, change := range map[string]func(g Gomega, path string){
		"older": func(g Gomega, path string) {
			g.Expect(os.Chtimes(path, time.Time{}, time.Now().Add(-time.Hour))).To(Succeed())
		},
		"another": func(g Gomega, path string) {
			other, err := os.CreateTemp(memoryFolder, "singdance-test-")
			g.Expect(err).NotTo(HaveOccurred())
			g.Expect(other.Close()).To(Succeed())
			g.Expect(os.Rename(other.Name(), path)).To(Succeed())
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := begin(t, "share", "child")
			path := s.announced("child").Text
			change(s.GomegaWithT, path)
			s.Expect(s.Kill()).To(Succeed())
			s.Expect(path).To(BeAnExistingFile())
			s.Expect(os.Remove(path)).To(Succeed())
		})
	}
}

func TestSharedMemoryEndsWithItsContainersProcess(t *testing.T) {
	requireMemory(t)
	path := vanish(t, []string{"share", "child"}, "child")
	NewWithT(t).Expect(path).To(HavePrefix(memoryFolder))
	NewWithT(t).Expect(path).NotTo(BeAnExistingFile())
}

func TestMappedFile(t *testing.T) {
	g := NewWithT(t)
	for line, path := range map[string]string{
		"7f5e4f3c6000-7f5e4f3c7000 rw-s 00000000 00:17 1234                       /dev/shm/sem.mp-a b\n": "/dev/shm/sem.mp-a b",
		"7f5e4f3c6000-7f5e4f3c7000 rw-p 00000000 00:00 0 \n":                                             "",
		"7f5e4f3c6000-7f5e4f3c7000 rw-p 00000000 00:00 0\n":                                              "",
		"7f5e4f3c6000-7f5e4f3c7000 rw-p 00000000 00:00 x /dev/shm/x\n":                                   "",
	} {
		got, _ := mappedFile(line)
		g.Expect(got).To(Equal(path), line)
	}
	_, inode := mappedFile("7f5e4f3c6000-7f5e4f3c7000 rw-s 00000000 00:17 1234    /dev/shm/x\n")
	g.Expect(inode).To(Equal(uint64(1234)))
}
