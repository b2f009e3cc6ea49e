package platform

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	. "github.com/onsi/gomega"
)

// killSuite starts a helper process that runs a task in a container with a guard, and kills this helper when the tasks
// with the given names have announced themselves. It waits until the tasks, the guard and the folder are gone, and
// returns the text that the first of the names announced.
func killSuite(t *testing.T, task []string, names ...string) (text string) {
	t.Helper()
	notes, folder := t.TempDir(), filepath.Join(t.TempDir(), "folder")
	s := &testRun{GomegaWithT: NewWithT(t), t: t, notes: notes}
	s.Expect(os.MkdirAll(filepath.Join(folder, "below"), 0o700)).To(Succeed())
	suite := helperCommand(append([]string{"guarded", folder}, task...))
	suite.Env = append(os.Environ(), helperVariable+"="+notes)
	s.Expect(suite.Start()).To(Succeed())
	guard, err := strconv.Atoi(s.announced("guarded").Text)
	s.Expect(err).NotTo(HaveOccurred())
	ids := []int{guard}
	for _, name := range names {
		ids = append(ids, s.announced(name).PID)
	}
	text = s.announced(names[0]).Text
	s.Expect(suite.Process.Kill()).To(Succeed())
	s.Expect(suite.Wait()).NotTo(Succeed())
	until(func() bool {
		table := tableByID(s)
		for _, id := range ids {
			if table[id].State == Alive {
				return false
			}
		}
		_, err := os.Stat(folder)
		return os.IsNotExist(err)
	})
	return text
}

func TestGuardKillsDescendants(t *testing.T) {
	killSuite(t, []string{"start-child", "parent", "start-child", "child", "wait", "grandchild"}, "parent", "child", "grandchild")
}

func TestGuardKillsOrphan(t *testing.T) {
	killSuite(t, []string{"leave-orphan", "wait", "left"}, "left")
}

func TestCloseEndsGuardAndKeepsFolder(t *testing.T) {
	g := NewWithT(t)
	folder := t.TempDir()
	guard, err := NewGuard(folder)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(guard.Close()).To(Succeed())
	g.Expect(tableByID(g)).NotTo(HaveKey(guard.cmd.Process.Pid))
	g.Expect(folder).To(BeADirectory())
}

func TestGuardTokensDiffer(t *testing.T) {
	g := NewWithT(t)
	guard, err := NewGuard(t.TempDir())
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(guard.Token()).NotTo(Equal(guard.Token()))
	g.Expect(guard.Close()).To(Succeed())
}

// TestKilledGuardIsNotAnError checks that a process whose guard was killed can go on.
func TestKilledGuardIsNotAnError(t *testing.T) {
	g := NewWithT(t)
	guard, err := NewGuard(t.TempDir())
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(guard.cmd.Process.Kill()).To(Succeed())
	s := startRun(t, "exit", "0")
	guard.Watch(s.Container)()
	g.Expect(guard.Close()).To(Succeed())
}
