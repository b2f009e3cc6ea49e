// Package broken holds implementations of start methods that are wrong in one way each (modules/broken), and the check
// that the suite finds exactly what is wrong with each.
package broken

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/platform/embedded"
	"github.com/singdance/singdance/stage"
)

// mutant is a module that is performed on under a start method.
type mutant struct {
	module, method string
	programs       []string // all that are performed
	fails          []string // of the behaviors that are judged on them, exactly these are unexpected
}

// modules lists the broken modules.
func modules(t *testing.T) []string {
	files, err := filepath.Glob(filepath.Join("modules", "broken", "[a-z]*.py"))
	if err != nil {
		t.Fatal(err)
	}
	for n, file := range files {
		files[n] = "broken." + strings.TrimSuffix(filepath.Base(file), ".py")
	}
	return files
}

// name is the module as Python imports it.
func (m mutant) name() string { return "broken." + m.module }

// find finds the mutants on the embedded CPython.
func find(t *testing.T, s *stage.Stage, list []mutant) map[string]implementation.Implementation {
	t.Helper()
	python, err := embedded.Python(s.Programs())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, m := range list {
		names = append(names, m.name())
	}
	found, err := implementation.Find(t.Context(), implementation.Options{
		Pythons: []string{python}, Only: true, Modules: names, Folder: s.Programs(), Jobs: 2 * runtime.NumCPU(),
	}, s.Ask)
	if err != nil {
		t.Fatal(err)
	}
	byModule := map[string]implementation.Implementation{}
	for _, i := range found {
		if i.Unavailable != "" && slices.Contains(names, i.Module) {
			t.Fatalf("%s cannot be performed on: %s", i.Module, i.Unavailable)
		}
		byModule[i.Module] = i
	}
	return byModule
}

func TestEachMutantIsCaught(t *testing.T) {
	if testing.Short() || !embedded.Available {
		t.Skip("performs programs on the embedded CPython")
	}
	folder, err := filepath.Abs("modules")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("PYTHONPATH", folder)
	t.Setenv("PYTHONDONTWRITEBYTECODE", "1")
	check(t, stage.Options{TimeoutFactor: 5}, mutants()) // no deadline is to come into it, however busy the machine is
	check(t, stage.Options{TimeoutFactor: 0.15}, hanging())
}

// check performs mutants, and compares what is unexpected with what must be.
func check(t *testing.T, options stage.Options, list []mutant) {
	s, err := stage.Open(options)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { gomega.NewWithT(t).Expect(s.Close()).To(gomega.Succeed()) }()
	found := find(t, s, list)
	var tasks []stage.Task
	for _, m := range list {
		for _, program := range m.programs {
			tasks = append(tasks, stage.Task{Implementation: found[m.name()], Method: m.method, Program: program})
		}
	}
	known, err := conformance.LoadExpectations()
	if err != nil {
		t.Fatal(err)
	}
	unexpected, reasons, observed := map[string][]string{}, map[string][]string{}, map[[2]string]string{}
	s.RunAll(t.Context(), tasks, runtime.NumCPU(), func(r *stage.Recording) {
		module := r.Implementation.Module
		r.Implementation.Module = "multiprocessing" // whose documentation is asked
		for _, b := range conformance.All() {
			if b.Program != r.Program || b.Concerns(r.Implementation, r.Method) != "" {
				continue
			}
			result := conformance.Judge(b, r, known) // what CPython itself has is not the mutant's
			observed[[2]string{module, b.ID}] = result.Observed
			if result.Verdict.Unexpected() || result.Verdict == conformance.Error {
				unexpected[module] = append(unexpected[module], b.ID)
				reasons[module] = append(reasons[module], b.ID+": "+string(result.Verdict)+": "+result.Reason)
			}
		}
	})
	for _, m := range list {
		t.Run(m.module, func(t *testing.T) {
			gomega.NewWithT(t).Expect(unexpected[m.name()]).To(gomega.ConsistOf(m.fails), "what is unexpected:\n%s", strings.Join(reasons[m.name()], "\n"))
			for id, seen := range observations()[m.module] {
				gomega.NewWithT(t).Expect(observed[[2]string{m.name(), id}]).To(gomega.Equal(seen), id)
			}
		})
	}
}

// What no mutant makes fail might be a behavior that cannot fail.
func TestEachCoreBehaviorHasAMutant(t *testing.T) {
	var caught []string
	for _, m := range slices.Concat(mutants(), hanging()) {
		caught = append(caught, m.fails...)
	}
	for _, b := range conformance.All() {
		if b.Level == conformance.Core && !slices.Contains(caught, b.ID) {
			t.Errorf("no mutant makes %s fail", b.ID)
		}
	}
}

func TestEachModuleIsAMutant(t *testing.T) {
	var listed []string
	for _, m := range slices.Concat(mutants(), hanging()) {
		listed = append(listed, m.name())
	}
	g := gomega.NewWithT(t)
	for _, module := range modules(t) {
		g.Expect(listed).To(gomega.ContainElement(module))
		text, err := os.ReadFile(filepath.Join("modules", strings.ReplaceAll(module, ".", "/")+".py"))
		g.Expect(err).NotTo(gomega.HaveOccurred())
		g.Expect(string(text)).To(gomega.HavePrefix(`"""`), "what is wrong with %s", module)
	}
}
