package platform

import (
	"os"
	"os/exec"
	"strconv"
	"testing"

	. "github.com/onsi/gomega"
)

func TestParseTable(t *testing.T) {
	g := NewWithT(t)
	const text = `    1     0     1 ILs  Sat Nov  7 20:01:02 2026 init
 4711     1  4711 Ss   Mon Nov 23 23:19:15 2026 sshd: a b
 4712  4711  4711 Z+   -                        python3
  813     1   813 Is   Mon Nov 23 23:19:16 2026

`
	g.Expect(parseTable(text)).To(Equal([]row{
		{Process: Process{PID: 1, PPID: 0, Group: 1, Start: 1794081662, State: Alive, Name: "init"}},
		{Process: Process{PID: 4711, PPID: 1, Group: 4711, Start: 1795475955, State: Alive, Name: "sshd: a b"}},
		{Process: Process{PID: 4712, PPID: 4711, Group: 4711, State: Zombie, Name: "python3"}},
		{Process: Process{PID: 813, PPID: 1, Group: 813, Start: 1795475956, State: Alive}},
	}))
}

func TestParseTableRejects(t *testing.T) {
	g := NewWithT(t)
	for _, text := range []string{
		"1 0 1 S\n",
		"one 0 1 S - init\n",
		"1 0 1 S Mon Nov 23\n",
		"1 0 1 S Mon Nov 23 23h 2026 init\n",
	} {
		_, err := parseTable(text)
		g.Expect(err).To(MatchError(ContainSubstring("ps printed")), text)
	}
}

func TestParseArguments(t *testing.T) {
	const text = "    1 /sbin/init\n 4711 env A=b SINGDANCE_RUN=token python3 -c pass\nand more\n  12 \n\n"
	NewWithT(t).Expect(parseArguments(text)).To(Equal(map[int][]string{
		1:    {"/sbin/init"},
		4711: {"env", "A=b", "SINGDANCE_RUN=token", "python3", "-c", "pass"},
		12:   {},
	}))
}

// requirePs skips a test if ps does not have the flags and columns that it has on the BSDs.
func requirePs(t *testing.T) {
	t.Helper()
	if err := exec.Command("ps", append([]string{"-p", strconv.Itoa(os.Getpid())}, tableColumns...)...).Run(); err != nil {
		t.Skip("no suitable ps: ", err)
	}
}

func TestPsAgreesWithProc(t *testing.T) {
	requirePs(t)
	g := NewWithT(t)
	text, err := ps(append([]string{"-ax"}, tableColumns...)...)
	g.Expect(err).NotTo(HaveOccurred())
	rows, err := parseTable(text)
	g.Expect(err).NotTo(HaveOccurred())
	listed := map[int]row{}
	for _, r := range rows {
		listed[r.PID] = r
	}
	self := tableByID(g)[os.Getpid()]
	mine := listed[self.PID]
	g.Expect(mine.Start).To(BeNumerically(">", 0))
	mine.Start = self.Start // the units differ
	g.Expect(mine.Process).To(Equal(self))
}

func TestPsMissingProcess(t *testing.T) {
	requirePs(t)
	NewWithT(t).Expect(ps(append([]string{"-p", strconv.Itoa(1<<22 - 1)}, tableColumns...)...)).To(BeEmpty())
}

func TestPsShowsArguments(t *testing.T) {
	requirePs(t)
	g := NewWithT(t)
	text, err := ps(append([]string{"-ax"}, argumentColumns...)...)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(parseArguments(text)[os.Getpid()]).To(Equal(os.Args))
}

func TestPsFailure(t *testing.T) {
	requirePs(t)
	_, err := ps("--no-such-flag")
	g := NewWithT(t)
	g.Expect(err).To(MatchError(ContainSubstring("ps --no-such-flag")))
}
