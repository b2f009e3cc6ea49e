package singdance_test

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"

	. "github.com/onsi/ginkgo/v2"
	"github.com/onsi/ginkgo/v2/types"
	. "github.com/onsi/gomega"

	"github.com/singdance/singdance"
	"github.com/singdance/singdance/platform/embedded"
)

func TestMain(m *testing.M) {
	impostor()
	singdance.Dispatch() // this test binary is its own Go driver
	if side := sides[os.Getenv("BENCH_SIDE")]; side != nil {
		if err := side(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// sides holds what this binary does, instead of testing, when BenchmarkRun runs it again.
var sides = map[string]func() error{}

// TestConformance is the conformance run of this machine as Ginkgo specs: one for each behavior of each implementation with
// each start method. Ginkgo's filters and reports apply:
//
//	go test . -args --ginkgo.label-filter='group:exit && method:spawn' --ginkgo.junit-report=junit.xml
//
// PYTHONS names more interpreters, separated as in PATH. With NO_SEARCH=1 only these, Go's start methods and the embedded
// CPython are judged.
func TestConformance(t *testing.T) {
	if testing.Short() {
		t.Skip("runs programs on every implementation of this machine")
	}
	RegisterFailHandler(Fail)
	suite, reporter := GinkgoConfiguration()
	checkConfiguration(t, suite, reporter)
	search := os.Getenv("NO_SEARCH") == ""
	singdance.Specs(t, singdance.Config{
		Pythons:  strings.FieldsFunc(os.Getenv("PYTHONS"), func(r rune) bool { return r == os.PathListSeparator }),
		Search:   search,
		Embedded: embedded.Available && !search,
		Go:       true,
		Jobs:     runtime.NumCPU(),
	})
	reporter.NoColor = true  // go test's output is not a terminal
	suite.FailOnEmpty = true // an empty selection is a mistake, not a success
	RunSpecs(t, "start methods", suite, reporter)
}

// checkConfiguration fails the test if Ginkgo would reject the configuration. Ginkgo would end this process at once instead,
// without cleaning up.
func checkConfiguration(t *testing.T, suite types.SuiteConfig, reporter types.ReporterConfig) {
	flags, err := types.NewGinkgoFlagSet(types.GinkgoFlags{}, nil, types.GinkgoFlagSections{})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range types.VetConfig(flags, suite, reporter) {
		t.Fatal(err)
	}
	if count := flag.Lookup("test.count"); count != nil && count.Value.String() != "1" {
		t.Fatalf("Ginkgo runs specs once, not -count=%s times; use `singdance run --repeat`", count.Value)
	}
}

// TestReadme checks that README.md has each of the two commands on a line.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"go run ./cmd/singdance run", "go test -timeout 1h ./..."} {
		if !strings.Contains(string(text), "\n"+command+"\n") {
			t.Errorf("README.md has no line %q", command)
		}
	}
}
