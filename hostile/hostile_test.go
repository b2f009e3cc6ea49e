package hostile

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/fixtures/golang"
)

func TestMain(m *testing.M) {
	golang.Dispatch()
	Dispatch()
	// A race build's process waits a second at its end otherwise.
	if err := os.Setenv("GORACE", "atexit_sleep_ms=0"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// Every act ends with its verdict, and leaves nothing; go test -v prints the table.
func TestCollection(t *testing.T) {
	if testing.Short() {
		t.Skip("performs every act, which takes a minute or two")
	}
	var rows []Row
	for _, act := range Collection() {
		t.Run(act.Name, func(t *testing.T) {
			row, err := act.Run(t.Context())
			NewWithT(t).Expect(err).NotTo(HaveOccurred())
			rows = append(rows, row)
			for _, wrong := range append(row.Wrong, row.Left...) {
				t.Errorf("%s: %s: %s\n%s", row.Title, row.Verdict, row.Said, wrong)
			}
		})
	}
	t.Log("\n" + Table(rows))
}

// The witness sees what is left.
func TestWitness(t *testing.T) {
	g := NewWithT(t)
	folder := t.TempDir()
	t.Setenv(actVariable, "proper")
	t.Setenv(ledgerVariable, filepath.Join(folder, "ledger"))
	before, err := look()
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(before.left(folder)).To(BeEmpty())

	g.Expect(os.MkdirAll(filepath.Join(folder, "stage", "sd1"), 0o700)).To(Succeed())
	child := part("hold")
	g.Expect(child.Start()).To(Succeed())
	for len(enrolled(folder)) == 0 { // it is not its parent alone that gives it away
		runtime.Gosched()
	}
	file, err := os.Open(folder)
	g.Expect(err).NotTo(HaveOccurred())
	left, err := before.left(folder)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(left).To(ContainElements(HavePrefix(fmt.Sprintf("process %d, ", child.Process.Pid)), Equal("file sd1")))
	if runtime.GOOS != "windows" {
		g.Expect(left).To(ContainElement(HaveSuffix(" descriptors")))
	}
	g.Expect(file.Close()).To(Succeed())
	g.Expect(child.Process.Kill()).To(Succeed())
	g.Expect(child.Wait()).NotTo(Succeed())
	g.Expect(os.RemoveAll(filepath.Join(folder, "stage"))).To(Succeed())
	g.Expect(before.left(folder)).To(BeEmpty())
	g.Expect(os.RemoveAll(folder)).To(Succeed())
	g.Expect(before.left(folder)).To(HaveExactElements(HavePrefix("less than there was")))
}

func TestTable(t *testing.T) {
	g := NewWithT(t)
	text := Table([]Row{
		{Act: Act{Name: "good", Title: "does this"}, Verdict: "crash", Said: "cap on disk: it made more", Seconds: 1.25},
		{Act: Act{Name: "bad", Title: "does that"}, Verdict: "pass", Said: "why", Left: []string{"file x"}, Wrong: []string{"fail is expected"}},
	})
	g.Expect(text).To(MatchRegexp(`good +│ does this +│ crash, cap on disk │ 1.2 +│ nothing`))
	g.Expect(text).To(MatchRegexp(`bad +│ does that +│ pass +│ 0.0 +│ file x`))
	g.Expect(text).To(HaveSuffix("\nbad: fail is expected, but it is pass: why\n1 of 2 acts did not end as they must"))
	g.Expect(Table([]Row{{}})).To(HaveSuffix("\neach of 1 acts ended with the verdict that it must have, left nothing behind, and changed no other verdict"))
}

func TestNames(t *testing.T) {
	g := NewWithT(t)
	seen := map[string]bool{}
	for _, act := range Collection() {
		g.Expect(act.Name).To(MatchRegexp(`^[a-z][a-z0-9-]*$`))
		g.Expect(seen).NotTo(HaveKey(act.Name))
		seen[act.Name] = true
		g.Expect(act.Title).NotTo(BeEmpty())
		g.Expect(act.Expected).NotTo(BeEmpty())
		_, err := regexp.Compile(act.Reason)
		g.Expect(err).NotTo(HaveOccurred())
	}
	g.Expect(len(seen)).To(BeNumerically(">=", 30))
}
