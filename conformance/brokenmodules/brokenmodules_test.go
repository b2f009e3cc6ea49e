// Package brokenmodules tests that the suite finds what is wrong with broken implementations. Each module in the folder
// modules/broken is multiprocessing with one thing wrong.
package brokenmodules

import (
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/onsi/gomega"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/platform/embedded"
	"github.com/singdance/singdance/stage"
)

// brokenModule is a module with one thing wrong, and what must fail on it.
type brokenModule struct {
	module, method string
	programs       []string // the programs to run
	fails          []string // of the behaviors that are judged on the programs, exactly these must fail
}

// only selects the modules to run, for example with go test ./conformance/brokenmodules -module executor_.
var only = flag.String("module", "", "run only the modules whose names contain this text")

// unreachable returns the behaviors that are not judged on broken modules, each with the reason.
func unreachable() map[string]string {
	return map[string]string{
		"inherit-interpreter-flags-of-isolation": "an interpreter that ignores PYTHONPATH does not find the broken modules",
	}
}

// moduleFiles returns the modules in the folder, as Python imports them.
func moduleFiles(t *testing.T) []string {
	files, err := filepath.Glob(filepath.Join("modules", "broken", "[a-z]*.py"))
	if err != nil {
		t.Fatal(err)
	}
	for n, file := range files {
		files[n] = "broken." + strings.TrimSuffix(filepath.Base(file), ".py")
	}
	return files
}

// name returns the module as Python imports it.
func (m brokenModule) name() string { return "broken." + m.module }

// find finds the modules with the embedded CPython, by their names.
func find(t *testing.T, s *stage.Stage, list []brokenModule) map[string]implementation.Implementation {
	t.Helper()
	python, err := embedded.Python(s.ProgramFolder())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, m := range list {
		names = append(names, m.name())
	}
	found, err := implementation.Find(t.Context(), implementation.Options{
		Pythons: []string{python}, NoSearch: true, Modules: names, ProgramFolder: s.ProgramFolder(), Jobs: 2 * runtime.NumCPU(),
	}, s.Query)
	if err != nil {
		t.Fatal(err)
	}
	byModule := map[string]implementation.Implementation{}
	for _, i := range found {
		if i.Unavailable != "" && slices.Contains(names, i.Module) {
			t.Fatalf("%s cannot be run: %s", i.Module, i.Unavailable)
		}
		byModule[i.Module] = i
	}
	return byModule
}

func TestBrokenModulesAreCaught(t *testing.T) {
	if testing.Short() || !embedded.Available {
		t.Skip("this test runs programs with the embedded CPython")
	}
	folder, err := filepath.Abs("modules")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("PYTHONPATH", folder)
	t.Setenv("PYTHONDONTWRITEBYTECODE", "1")
	check(t, stage.Options{TimeoutFactor: 5}, runtime.NumCPU(), brokenModules()) // no program may reach its deadline on a busy machine
	check(t, stage.Options{TimeoutFactor: 5}, len(waitingModules()), waitingModules())
	check(t, stage.Options{TimeoutFactor: 0.15}, runtime.NumCPU(), hangingModules())
}

// observation identifies what an observation saw of a module.
type observation struct{ module, behavior string }

// check runs the programs of each module, at most jobs at a time, and compares which behaviors fail.
func check(t *testing.T, options stage.Options, jobs int, list []brokenModule) {
	list = slices.DeleteFunc(list, func(m brokenModule) bool { return !strings.Contains(m.module, *only) })
	if len(list) == 0 {
		return
	}
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
	unexpected, reasons, observed := map[string][]string{}, map[string][]string{}, map[observation]string{}
	s.RunAll(t.Context(), tasks, jobs, func(r *stage.Recording) {
		module := r.Implementation.Module
		r.Implementation.Module = "multiprocessing" // so that the documentation and the known differences of CPython apply
		for _, b := range mutation.Judged(r) {
			if unreachable()[b.ID] != "" {
				continue
			}
			result := conformance.Judge(b, r, known)
			observed[observation{module, b.ID}] = result.Observed
			if result.Verdict.Unexpected() || result.Verdict == conformance.Error {
				unexpected[module] = append(unexpected[module], b.ID)
				reasons[module] = append(reasons[module], b.ID+": "+string(result.Verdict)+": "+result.Reason)
			}
		}
	})
	for _, m := range list {
		t.Run(m.module, func(t *testing.T) {
			gomega.NewWithT(t).Expect(unexpected[m.name()]).To(gomega.ConsistOf(m.fails), "what failed:\n%s", strings.Join(reasons[m.name()], "\n"))
			for id, seen := range wantedObservations()[m.module] {
				gomega.NewWithT(t).Expect(observed[observation{m.name(), id}]).To(gomega.Equal(seen), id)
			}
		})
	}
}

// If a behavior fails on no module, it may be unable to fail on a real implementation.
func TestEachCoreBehaviorFailsOnAModule(t *testing.T) {
	var caught []string
	for _, m := range slices.Concat(brokenModules(), waitingModules(), hangingModules()) {
		caught = append(caught, m.fails...)
	}
	cpython := mutation.In("sing-dance", conformance.Fork)[0].Load(t).Implementation
	for _, b := range conformance.All() {
		applies := slices.ContainsFunc(cpython.Methods, func(method string) bool { return b.AppliesTo(cpython, method) })
		if b.Level == conformance.Core && applies && !slices.Contains(caught, b.ID) {
			t.Errorf("%s fails on no broken module", b.ID)
		}
	}
}

func TestEachModuleIsListed(t *testing.T) {
	var listed []string
	for _, m := range slices.Concat(brokenModules(), waitingModules(), hangingModules()) {
		listed = append(listed, m.name())
	}
	g := gomega.NewWithT(t)
	for _, module := range moduleFiles(t) {
		g.Expect(listed).To(gomega.ContainElement(module))
		text, err := os.ReadFile(filepath.Join("modules", strings.ReplaceAll(module, ".", "/")+".py"))
		g.Expect(err).NotTo(gomega.HaveOccurred())
		g.Expect(string(text)).To(gomega.HavePrefix(`"""`), "%s must have a docstring that says what is wrong", module)
	}
}
