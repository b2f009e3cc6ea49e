package platform

import (
	"os"
	"strings"
	"testing"

	. "github.com/onsi/gomega"
)

// statLine returns a line of /proc/PID/stat with the given name, state and number of threads.
func statLine(name, state, threads string) []byte {
	return []byte("4711 (" + name + ") " + state + " 12 4700 4699 0 -1 4194304 98 0 0 0 0 0 0 0 20 0 " + threads +
		" 0 135446 3133440 347 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0\n")
}

func TestParseStat(t *testing.T) {
	g := NewWithT(t)
	for _, name := range []string{"cat", "", "a b", "a) Z 1 (b", "((", "))", ") R 1 1", "tab\tand\nline", "Web Content"} {
		g.Expect(parseStat(statLine(name, "S", "4"))).To(Equal(row{
			Process: Process{PID: 4711, PPID: 12, Group: 4700, Start: 135446, State: Alive, Name: name},
			session: 4699,
		}), name)
	}
}

func TestParseStatState(t *testing.T) {
	g := NewWithT(t)
	state := func(letter, threads string) State {
		r, err := parseStat(statLine("p", letter, threads))
		g.Expect(err).NotTo(HaveOccurred())
		return r.State
	}
	for _, letter := range []string{"R", "S", "D", "T", "t", "I"} {
		g.Expect(state(letter, "1")).To(Equal(Alive), letter)
	}
	g.Expect(state("Z", "1")).To(Equal(Zombie))
	g.Expect(state("X", "0")).To(Equal(Zombie))
	g.Expect(state("Z", "2")).To(Equal(Alive), "other threads are alive")
}

func TestParseStatRejects(t *testing.T) {
	g := NewWithT(t)
	for _, line := range []string{
		"", "1 (cat", "1 cat)", ")1(", "1 (cat) S 1 2 3",
		strings.Replace(string(statLine("cat", "S", "1")), "135446", "soon", 1),
		strings.Replace(string(statLine("cat", "S", "1")), "4711", "", 1),
	} {
		_, err := parseStat([]byte(line))
		g.Expect(err).To(HaveOccurred(), line)
	}
}

func TestLookupMissingProcess(t *testing.T) {
	// No process ID is this large (PID_MAX_LIMIT is 2^22).
	NewWithT(t).Expect(lookup(1 << 30)).To(BeNil())
}

func TestLookupAgreesWithTable(t *testing.T) {
	g := NewWithT(t)
	self, err := lookup(os.Getpid())
	g.Expect(err).NotTo(HaveOccurred())
	rows, err := table()
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(rows).To(ContainElement(*self))
}

func TestParseCommandLine(t *testing.T) {
	g := NewWithT(t)
	g.Expect(parseCommandLine(nil)).To(BeNil())
	g.Expect(parseCommandLine([]byte("\x00"))).To(Equal([]string{""}))
	g.Expect(parseCommandLine([]byte("a\x00b c\x00\x00d\x00"))).To(Equal([]string{"a", "b c", "", "d"}))
	g.Expect(parseCommandLine([]byte("a\x00\x00"))).To(Equal([]string{"a", ""}))
	g.Expect(parseCommandLine([]byte("a title without a null byte"))).To(Equal([]string{"a title without a null byte"}))
}

func TestReadProcGrowsItsBuffer(t *testing.T) {
	g := NewWithT(t)
	want, err := os.ReadFile("/proc/self/cmdline")
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(readProc(os.Getpid(), "cmdline", make([]byte, 0, 1))).To(Equal(want))
	g.Expect(readProc(os.Getpid(), "no-such-file", nil)).To(BeNil())
}

// TestPossibleMembersLeavesOutOlderProcesses calls possibleMembers several times, because later calls use what the
// first one stored.
func TestPossibleMembersLeavesOutOlderProcesses(t *testing.T) {
	g := NewWithT(t)
	self, err := lookup(os.Getpid())
	g.Expect(err).NotTo(HaveOccurred())
	for range 3 {
		rows, err := possibleMembers()
		g.Expect(err).NotTo(HaveOccurred())
		seen := false
		for _, r := range rows {
			seen = seen || r.PID == os.Getpid()
			g.Expect(r.Start).To(BeNumerically(">=", self.Start), "process %d", r.PID)
		}
		g.Expect(seen).To(BeTrue(), "the table must include this process")
	}
	entries, err := processEntries()
	g.Expect(err).NotTo(HaveOccurred())
	inodes := map[uint64]int{}
	for _, entry := range entries {
		g.Expect(inodes).NotTo(HaveKey(entry.inode), "two processes have the same inode number")
		inodes[entry.inode] = entry.pid
	}
}
