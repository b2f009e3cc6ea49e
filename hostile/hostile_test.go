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
	// A process of a race build sleeps for a second at its exit by default.
	if err := os.Setenv("GORACE", "atexit_sleep_ms=0"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// Every case must get its verdict and leave nothing behind. go test -v prints the table.
func TestCases(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every hostile case, which takes a minute or two")
	}
	var results []Result
	for _, c := range Cases() {
		t.Run(c.ID, func(t *testing.T) {
			result, err := c.Run(t.Context())
			NewWithT(t).Expect(err).NotTo(HaveOccurred())
			results = append(results, result)
			for _, problem := range append(result.Problems, result.LeftBehind...) {
				t.Errorf("%s: got %s (%s): %s", result.Description, result.Verdict, result.Reason, problem)
			}
		})
	}
	t.Log("\n" + Table(results))
}

func TestLeftBehind(t *testing.T) {
	g := NewWithT(t)
	folder := t.TempDir()
	t.Setenv(caseVariable, "well-behaved")
	t.Setenv(processListVariable, processList(folder))
	before, err := inspectMachine()
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(before.leftBehind(folder)).To(BeEmpty())

	g.Expect(os.MkdirAll(filepath.Join(stageFolder(folder), "sd1"), 0o700)).To(Succeed())
	child := subprocess("sleep")
	g.Expect(child.Start()).To(Succeed())
	for len(listedProcesses(folder)) == 0 { // so that the child is found by the list, not only by its parent
		runtime.Gosched()
	}
	file, err := os.Open(folder)
	g.Expect(err).NotTo(HaveOccurred())
	left, err := before.leftBehind(folder)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(left).To(ContainElements(HavePrefix(fmt.Sprintf("process %d, ", child.Process.Pid)), Equal("file sd1")))
	if runtime.GOOS != "windows" {
		g.Expect(left).To(ContainElement(HaveSuffix(" open descriptors")))
	}
	g.Expect(file.Close()).To(Succeed())
	g.Expect(child.Process.Kill()).To(Succeed())
	g.Expect(child.Wait()).NotTo(Succeed())
	g.Expect(os.RemoveAll(stageFolder(folder))).To(Succeed())
	g.Expect(before.leftBehind(folder)).To(BeEmpty())
	g.Expect(os.RemoveAll(folder)).To(Succeed())
	g.Expect(before.leftBehind(folder)).To(HaveExactElements(HavePrefix("a missing folder")))
}

func TestTable(t *testing.T) {
	g := NewWithT(t)
	text := Table([]Result{
		{Case: Case{ID: "good", Description: "does this"}, Verdict: "crash", Reason: "cap on disk: it made more", Seconds: 1.25},
		{Case: Case{ID: "bad", Description: "does that"}, Verdict: "pass", Reason: "why", LeftBehind: []string{"file x"}, Problems: []string{"want fail"}},
	})
	g.Expect(text).To(MatchRegexp(`good +│ does this +│ crash, cap on disk │ 1.2 +│ nothing`))
	g.Expect(text).To(MatchRegexp(`bad +│ does that +│ pass +│ 0.0 +│ file x`))
	g.Expect(text).To(HaveSuffix("\nbad: got pass (why): want fail\n1 of 2 hostile cases have problems"))
	g.Expect(Table([]Result{{}})).To(HaveSuffix("\nall 1 hostile cases got the expected verdict, left nothing behind, and changed no other verdict"))
}

func TestCasesAreComplete(t *testing.T) {
	g := NewWithT(t)
	seen := map[string]bool{}
	for _, c := range Cases() {
		g.Expect(c.ID).To(MatchRegexp(`^[a-z][a-z0-9-]*$`))
		g.Expect(seen).NotTo(HaveKey(c.ID))
		seen[c.ID] = true
		g.Expect(c.Description).NotTo(BeEmpty())
		g.Expect(c.ExpectedVerdict).NotTo(BeEmpty())
		_, err := regexp.Compile(c.ExpectedReason)
		g.Expect(err).NotTo(HaveOccurred())
	}
	g.Expect(len(seen)).To(BeNumerically(">=", 30))
}
