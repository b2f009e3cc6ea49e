// Package singdance is the conformance run of this machine as Ginkgo specs: one for each behavior of each
// implementation under each start method. Filters, reports and all else are Ginkgo's:
//
//	go test . -args --ginkgo.label-filter='group:exit && method:spawn' --ginkgo.junit-report=junit.xml
package singdance

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"strings"
	"testing"

	. "github.com/onsi/ginkgo/v2"
	"github.com/onsi/ginkgo/v2/types"
	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/fixtures/golang"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/platform/embedded"
	"github.com/singdance/singdance/stage"
)

func TestMain(m *testing.M) {
	impostor()
	golang.Dispatch() // this test binary is its own Go driver
	if side := sides[os.Getenv("BENCH_SIDE")]; side != nil {
		if err := side(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// sides are what this binary does instead of testing when BenchmarkRun re-executes it (where there is one).
var sides = map[string]func() error{}

// house is what the specs share: the plan, which is their tree, and the recordings that they judge.
var house struct {
	stage        *stage.Stage
	plan         conformance.Plan
	expectations conformance.Expectations
	recordings   map[string]chan *stage.Recording
}

func TestConformance(t *testing.T) {
	if testing.Short() {
		t.Skip("performs programs on every implementation of this machine")
	}
	RegisterFailHandler(Fail)
	suite, reporter := GinkgoConfiguration()
	vet(t, suite, reporter)
	open(t)
	reporter.NoColor = true  // go test's output is not a terminal
	suite.FailOnEmpty = true // an empty selection is a typing error, not a success
	if suite.ParallelTotal == 1 {
		perform(t, selected(PreviewSpecs("start methods", suite, reporter)))
	}
	RunSpecs(t, "start methods", suite, reporter)
}

// vet finds out what Ginkgo would end this process for at once, while there is nothing yet that would be left behind.
func vet(t *testing.T, suite types.SuiteConfig, reporter types.ReporterConfig) {
	flags, err := types.NewGinkgoFlagSet(types.GinkgoFlags{}, nil, types.GinkgoFlagSections{})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range types.VetConfig(flags, suite, reporter) {
		t.Fatal(err)
	}
	if count := flag.Lookup("test.count"); count != nil && count.Value.String() != "1" {
		t.Fatalf("Ginkgo runs specs once, not -count=%s times; `singdance run` can be repeated", count.Value)
	}
}

// open makes the stage and finds the implementations. PYTHONS in the environment names more of them, as --python does,
// and with NO_SEARCH there are only these, Go's, and the embedded CPython.
func open(t *testing.T) {
	g := NewWithT(t)
	s, err := stage.Open(stage.Options{})
	g.Expect(err).NotTo(HaveOccurred())
	t.Cleanup(func() { g.Expect(s.Close()).To(Succeed()) })
	self, err := golang.Command()
	g.Expect(err).NotTo(HaveOccurred())
	options := implementation.Options{
		Pythons: strings.FieldsFunc(os.Getenv("PYTHONS"), func(r rune) bool { return r == os.PathListSeparator }),
		Only:    os.Getenv("NO_SEARCH") != "",
		Folder:  s.Programs(), Self: self, Jobs: 2 * runtime.NumCPU(),
	}
	if embedded.Available {
		options.Embedded = func() (string, error) { return embedded.Python(s.Programs()) }
		if options.Only {
			python, err := options.Embedded()
			g.Expect(err).NotTo(HaveOccurred())
			options.Pythons = append(options.Pythons, python)
		}
	}
	found, err := implementation.Find(t.Context(), options, s.Ask)
	g.Expect(err).NotTo(HaveOccurred())
	house.stage = s
	house.plan, err = conformance.NewPlan(found, conformance.Selection{})
	g.Expect(err).NotTo(HaveOccurred())
	house.expectations, err = conformance.LoadExpectations()
	g.Expect(err).NotTo(HaveOccurred())
	house.recordings = map[string]chan *stage.Recording{}
}

// selected lists the tasks of the specs that the filters leave.
func selected(preview Report) []stage.Task {
	names := map[string]bool{}
	for _, spec := range preview.SpecReports {
		if !spec.State.Is(types.SpecStateSkipped | types.SpecStatePending) {
			names[strings.Join(append(spec.ContainerHierarchyTexts, spec.LeafNodeText), " ")] = true
		}
	}
	var plan conformance.Plan
	for _, cell := range house.plan.Cells {
		if names[strings.Join(texts(cell), " ")] {
			plan.Cells = append(plan.Cells, cell)
		}
	}
	return plan.Tasks()
}

// perform begins the performances, spread over the cores, whose recordings the specs then wait for.
func perform(t *testing.T, tasks []stage.Task) {
	for _, task := range tasks {
		house.recordings[key(task)] = make(chan *stage.Recording, 1)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		house.stage.RunAll(ctx, tasks, runtime.NumCPU(), func(r *stage.Recording) {
			house.recordings[key(stage.Task{Implementation: r.Implementation, Method: r.Method, Program: r.Program})] <- r
		})
	}()
	t.Cleanup(func() { cancel(); <-ended })
}

func key(task stage.Task) string {
	return task.Implementation.ID + " " + task.Method + " " + task.Program
}

// recording returns the recording of the task; with Ginkgo's parallel processes, each performs what it needs.
func recording(ctx context.Context, task stage.Task) *stage.Recording {
	coming, begun := house.recordings[key(task)]
	if !begun {
		coming = make(chan *stage.Recording, 1)
		house.recordings[key(task)] = coming
		coming <- house.stage.Run(ctx, task)
	}
	select {
	case r := <-coming:
		coming <- r // for the next behavior
		return r
	case <-ctx.Done():
		Fail("stopped while waiting for the recording of " + key(task))
		return nil
	}
}

// texts are the hierarchy of a cell's spec.
func texts(cell conformance.Cell) []string {
	return []string{cell.Implementation.ID, cell.Method, cell.Behavior.ID + ": " + cell.Behavior.Statement}
}

var _ = Describe("", func() {
	for _, cell := range house.plan.Cells {
		b, text := cell.Behavior, texts(cell)
		labels := Label("id:"+b.ID, "group:"+b.Group, "level:"+string(b.Level), "method:"+cell.Method, "implementation:"+cell.Implementation.ID)
		It(strings.Join(text, " "), labels, func(ctx SpecContext) {
			if cell.Absent != "" {
				Skip(string(conformance.Absent) + ": " + cell.Absent)
			}
			result := conformance.Judge(b, recording(ctx, cell.Task()), house.expectations)
			evidence, err := json.Marshal(result)
			Expect(err).NotTo(HaveOccurred())
			AddReportEntry("verdict", string(evidence), ReportEntryVisibilityNever)
			switch result.Verdict {
			case conformance.Pass, conformance.Known, conformance.Fixed:
			case conformance.Absent, conformance.Skipped:
				Skip(string(result.Verdict) + ": " + result.Reason)
			case conformance.Fail, conformance.Crash, conformance.Timeout, conformance.Error:
				Fail(string(result.Verdict) + ": " + result.Reason + "\n" + strings.Join(result.Evidence, "\n"))
			}
		})
	}
})

// The picture in README.md is of behaviors that there are, its two commands are those that are meant, and the reference
// tells of every behavior.
func TestReadme(t *testing.T) {
	g := NewWithT(t)
	text, err := os.ReadFile("README.md")
	g.Expect(err).NotTo(HaveOccurred())
	rows := regexp.MustCompile(`(?m)^│ ([a-z-]+) +│ `).FindAllStringSubmatch(string(text), -1)
	g.Expect(len(rows)).To(BeNumerically(">", 40))
	for _, row := range rows {
		_, found := conformance.Find(row[1])
		g.Expect(found || row[1] == "behavior").To(BeTrue(), "the picture shows %s, which is no behavior: it needs to be taken again", row[1])
	}
	g.Expect(string(text)).To(ContainSubstring("\ngo run ./cmd/singdance run\n"))
	g.Expect(string(text)).To(ContainSubstring("\ngo test -timeout 1h ./...\n"))
	reference, err := os.ReadFile("docs/reference.md")
	g.Expect(err).NotTo(HaveOccurred())
	for _, b := range conformance.All() {
		g.Expect(string(reference)).To(ContainSubstring("\n### "+b.ID+"\n"), "the reference needs to be generated again")
	}
}
