package platform

import (
	"os"
	"path/filepath"
	"testing"

	. "github.com/onsi/gomega"
)

// tableByID returns the process table by process ID.
func tableByID(g Gomega) map[int]Process {
	list, err := Processes()
	g.Expect(err).NotTo(HaveOccurred())
	table := map[int]Process{}
	for _, p := range list {
		table[p.PID] = p
	}
	return table
}

func TestProcessesListsThisProcessAndItsParent(t *testing.T) {
	g := NewWithT(t)
	table := tableByID(g)
	g.Expect(table).To(HaveKey(os.Getpid()))
	self := table[os.Getpid()]
	g.Expect(self.PPID).To(Equal(os.Getppid()))
	g.Expect(self.State).To(Equal(Alive))
	// The system may have truncated the name.
	g.Expect(self.Name).NotTo(BeEmpty())
	g.Expect(filepath.Base(os.Args[0])).To(HavePrefix(self.Name))
	g.Expect(self.Start).To(BeNumerically(">", 0))
	if self.PPID > 0 {
		// If the parent is outside of the PID namespace, the parent ID is 0.
		g.Expect(table).To(HaveKey(self.PPID))
	}
}

func TestStartIdentifiesProcess(t *testing.T) {
	g := NewWithT(t)
	first, second := tableByID(g)[os.Getpid()], tableByID(g)[os.Getpid()]
	g.Expect(second.Start).To(Equal(first.Start))

	s := startRun(t, "wait", "held")
	held := s.announced("held")
	g.Expect(tableByID(g)[held.PID].Start).To(BeNumerically(">=", first.Start))
}

func TestProcessesListsChild(t *testing.T) {
	s := startRun(t, "wait", "held")
	held := s.announced("held")
	s.Expect(held.PID).To(Equal(s.PID()))
	child := tableByID(s)[held.PID]
	s.Expect(child.PPID).To(Equal(os.Getpid()))
	s.Expect(child.Command).To(BeEmpty())
	s.Expect(s.Kill()).To(Succeed())
	s.Expect(tableByID(s)).NotTo(HaveKey(held.PID))
}
