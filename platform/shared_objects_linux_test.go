package platform

import (
	"os"
	"testing"
	"time"

	. "github.com/onsi/gomega"
)

func requireShm(t *testing.T) {
	t.Helper()
	if info, err := os.Stat(shmFolder); err != nil || !info.IsDir() {
		t.Skip("shared memory is not in " + shmFolder)
	}
}

func TestKillRemovesSharedMemory(t *testing.T) {
	requireShm(t)
	s := startRun(t, "start-child", "parent", "share-memory", "child")
	path := s.announced("child").Text
	s.Expect(path).To(BeAnExistingFile())
	s.Expect(s.Kill()).To(Succeed())
	s.Expect(path).NotTo(BeAnExistingFile())
}

func TestKillKeepsOtherSharedMemory(t *testing.T) {
	requireShm(t)
	for name, change := range map[string]func(g Gomega, path string){
		"older": func(g Gomega, path string) {
			g.Expect(os.Chtimes(path, time.Time{}, time.Now().Add(-time.Hour))).To(Succeed())
		},
		"another": func(g Gomega, path string) {
			other, err := os.CreateTemp(shmFolder, "singdance-test-")
			g.Expect(err).NotTo(HaveOccurred())
			g.Expect(other.Close()).To(Succeed())
			g.Expect(os.Rename(other.Name(), path)).To(Succeed())
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := startRun(t, "share-memory", "child")
			path := s.announced("child").Text
			change(s.GomegaWithT, path)
			s.Expect(s.Kill()).To(Succeed())
			s.Expect(path).To(BeAnExistingFile())
			s.Expect(os.Remove(path)).To(Succeed())
		})
	}
}

func TestGuardRemovesSharedMemory(t *testing.T) {
	requireShm(t)
	path := killSuite(t, []string{"share-memory", "child"}, "child")
	NewWithT(t).Expect(path).To(HavePrefix(shmFolder))
	NewWithT(t).Expect(path).NotTo(BeAnExistingFile())
}

func TestParseMapsLine(t *testing.T) {
	g := NewWithT(t)
	for line, path := range map[string]string{
		"7f5e4f3c6000-7f5e4f3c7000 rw-s 00000000 00:17 1234                       /dev/shm/sem.mp-a b\n": "/dev/shm/sem.mp-a b",
		"7f5e4f3c6000-7f5e4f3c7000 rw-p 00000000 00:00 0 \n":                                             "",
		"7f5e4f3c6000-7f5e4f3c7000 rw-p 00000000 00:00 0\n":                                              "",
		"7f5e4f3c6000-7f5e4f3c7000 rw-p 00000000 00:00 x /dev/shm/x\n":                                   "",
	} {
		got, _ := parseMapsLine(line)
		g.Expect(got).To(Equal(path), line)
	}
	_, inode := parseMapsLine("7f5e4f3c6000-7f5e4f3c7000 rw-s 00000000 00:17 1234    /dev/shm/x\n")
	g.Expect(inode).To(Equal(uint64(1234)))
}
