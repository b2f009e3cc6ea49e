// Package singdance runs the conformance suite inside Go tests.
//
// Run judges implementations of process start methods as subtests of an ordinary test:
//
//	func TestMain(m *testing.M) {
//		singdance.Dispatch()
//		os.Exit(m.Run())
//	}
//
//	func TestStartMethods(t *testing.T) {
//		singdance.Run(t, singdance.Config{Pythons: []string{"python3"}, Behaviors: []string{"exit-*"}})
//	}
//
// Specs adds the same judgments to a Ginkgo tree. Both find the implementations, run each program once for each start method,
// and judge the recordings. The subtest of a result that is not conformant fails and shows what was wanted, what was seen,
// and the evidence. Nothing that a program started is left when the test ends.
//
// The command singdance does the same without a Go test: see cmd/singdance.
package singdance

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	_ "github.com/singdance/singdance/behaviors" // links every behavior
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/fixtures/golang"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/platform/embedded"
	"github.com/singdance/singdance/stage"
)

// Config selects what is judged. The zero value judges the embedded CPython, or Go's start methods if none is embedded.
type Config struct {
	// Pythons are interpreters: names in PATH, paths, or folders of interpreters.
	Pythons []string
	// Modules are modules with multiprocessing's interface. Each is judged on every interpreter that can import it.
	Modules []string
	// Drivers are the commands of drivers, as fixtures/DRIVER.md specifies them.
	Drivers []string
	// Search looks for all interpreters on this machine, and for the libraries that they can import.
	Search bool
	// Embedded judges the CPython that is embedded in this module, if there is one for this platform. Search includes it.
	Embedded bool
	// Go judges the start methods of package startmethods. The test binary must call Dispatch first.
	Go bool

	// Implementations, Methods and Behaviors select what is judged: IDs and names, or patterns of path.Match. An empty list
	// selects all. A pattern that matches nothing fails the test.
	Implementations, Methods, Behaviors []string

	// Expectations are files of known differences, in addition to the built-in ones.
	Expectations []string
	// NoBuiltinExpectations ignores the built-in known differences.
	NoBuiltinExpectations bool
	// Strict makes a known difference that is gone a failure.
	Strict bool

	// Jobs is the number of programs that run at the same time. Zero means the number of CPUs.
	Jobs int
	// TimeoutFactor multiplies the deadline of a program, one minute. Zero means 1.
	TimeoutFactor float64
}

// Dispatch makes the test binary its own Go driver. It returns at once unless the binary was started as that driver, and then
// it does not return. Call it first in TestMain if Config.Go is set.
func Dispatch() { golang.Dispatch() }

// Run judges what c selects. Each result is a subtest IMPLEMENTATION/METHOD/BEHAVIOR. It fails if the result is unexpected,
// and is skipped if the implementation does not have the feature. Run fails the test if an implementation that c names does
// not work, or if nothing is judged.
func Run(t *testing.T, c Config) {
	t.Helper()
	s := open(t, c)
	s.start(t, s.plan.Tasks())
	cells := s.plan.Cells
	for len(cells) > 0 {
		i := cells[0].Implementation.ID
		n := sameFirst(cells, func(cell conformance.Cell) string { return cell.Implementation.ID })
		t.Run(i, func(t *testing.T) { s.runMethods(t, cells[:n]) })
		cells = cells[n:]
	}
}

func (s *session) runMethods(t *testing.T, cells []conformance.Cell) {
	for len(cells) > 0 {
		n := sameFirst(cells, func(cell conformance.Cell) string { return cell.Method })
		t.Run(cells[0].Method, func(t *testing.T) {
			for _, cell := range cells[:n] {
				t.Run(cell.Behavior.ID, func(t *testing.T) { s.subtest(t, cell) })
			}
		})
		cells = cells[n:]
	}
}

// sameFirst returns how many cells at the beginning have the same key as the first one.
func sameFirst(cells []conformance.Cell, key func(conformance.Cell) string) int {
	n := slices.IndexFunc(cells, func(cell conformance.Cell) bool { return key(cell) != key(cells[0]) })
	if n < 0 {
		return len(cells)
	}
	return n
}

func (s *session) subtest(t *testing.T, cell conformance.Cell) {
	result, err := s.judge(t.Context(), cell)
	if err != nil {
		t.Fatal(err)
	}
	switch outcomeOf(result, s.config.Strict) {
	case passes:
		if result.Verdict != conformance.Pass {
			t.Logf("%s: %s (%s)", result.Verdict, result.Reason, result.URL)
		}
	case skips:
		t.Skipf("%s: %s", result.Verdict, result.Reason)
	case fails:
		t.Error(describe(cell, result))
	}
}

// outcome is how a test reports a result.
type outcome int

const (
	passes outcome = iota
	skips
	fails
)

func outcomeOf(result conformance.Result, strict bool) outcome {
	switch result.Verdict {
	case conformance.Pass, conformance.Known:
		return passes
	case conformance.Fixed:
		if strict {
			return fails
		}
		return passes
	case conformance.Absent, conformance.Skipped:
		return skips
	case conformance.Fail, conformance.Crash, conformance.Timeout, conformance.Error:
		return fails
	}
	return fails
}

// describe returns what failed, for a reader of the test's output.
func describe(cell conformance.Cell, result conformance.Result) string {
	lines := []string{fmt.Sprintf("%s: %s", result.Verdict, result.Reason), cell.Behavior.Statement}
	for _, failure := range result.Failures {
		lines = append(lines, failure.Lines()...)
	}
	return strings.Join(append(lines, result.Evidence...), "\n")
}

// session is one conformance run in a test.
type session struct {
	config       Config
	stage        *stage.Stage
	plan         conformance.Plan
	expectations conformance.Expectations

	mutex      sync.Mutex
	recordings map[string]chan *stage.Recording // by task; a recording that was received is put back for the next behavior
}

// open finds the implementations and makes the plan. The stage is closed when the test ends.
func open(t testing.TB, c Config) *session {
	t.Helper()
	s := &session{config: c, recordings: map[string]chan *stage.Recording{}}
	if err := s.open(t); err != nil {
		t.Fatalf("the conformance suite cannot start: %v", err)
	}
	return s
}

func (s *session) open(t testing.TB) (err error) {
	c := s.config
	if s.stage, err = stage.Open(stage.Options{TimeoutFactor: c.TimeoutFactor}); err != nil {
		return err
	}
	t.Cleanup(func() {
		if err := s.stage.Close(); err != nil {
			t.Errorf("the conformance suite left something behind: %v", err)
		}
	})
	if s.expectations, err = c.expectations(); err != nil {
		return err
	}
	options, err := c.options(s.stage)
	if err != nil {
		return err
	}
	found, err := implementation.Find(t.Context(), options, s.stage.Query)
	if err != nil {
		return err
	}
	s.plan, err = conformance.NewPlan(found, conformance.Selection{
		Implementations: c.Implementations, Methods: c.Methods, Behaviors: c.Behaviors,
	})
	return err
}

// expectations loads the known differences. The caller's files come first, so that they take precedence over the
// built-in ones.
func (c Config) expectations() (conformance.Expectations, error) {
	var all conformance.Expectations
	for _, file := range c.Expectations {
		own, err := conformance.ReadExpectations(file)
		if err != nil {
			return nil, err
		}
		all = append(all, own...)
	}
	if c.NoBuiltinExpectations {
		return all, nil
	}
	builtin, err := conformance.LoadExpectations()
	return append(all, builtin...), err
}

// options returns where to search for implementations.
func (c Config) options(s *stage.Stage) (implementation.Options, error) {
	if len(c.Pythons)+len(c.Drivers) == 0 && !c.Search && !c.Go {
		c.Embedded, c.Go = true, !embedded.Available
	}
	options := implementation.Options{
		Modules: c.Modules, Drivers: c.Drivers, NoSearch: !c.Search, ProgramFolder: s.ProgramFolder(), Jobs: 2 * runtime.NumCPU(),
	}
	for _, python := range c.Pythons {
		path, err := findPython(python)
		if err != nil {
			return options, err
		}
		options.Pythons = append(options.Pythons, path)
	}
	if c.Go {
		self, err := golang.Command()
		if err != nil {
			return options, err
		}
		options.GoDriver = self
	}
	if c.Search && embedded.Available {
		options.Embedded = func() (string, error) { return embedded.Python(s.ProgramFolder()) }
	}
	if c.Embedded {
		if !embedded.Available {
			return options, errors.New("no CPython is embedded for this platform; name an interpreter in Config.Pythons")
		}
		python, err := embedded.Python(s.ProgramFolder())
		if err != nil {
			return options, err
		}
		options.Pythons = append(options.Pythons, python)
	}
	return options, nil
}

// findPython returns the path of an interpreter or of a folder of interpreters. The path does not depend on the
// working folder.
func findPython(name string) (string, error) {
	if name == filepath.Base(name) {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return filepath.Abs(name)
}

// taskKey identifies a run of one program.
func taskKey(task stage.Task) string {
	return task.Implementation.ID + " " + task.Method + " " + task.Program
}

// start runs tasks in the background, spread over the CPUs.
func (s *session) start(t testing.TB, tasks []stage.Task) {
	jobs := s.config.Jobs
	if jobs == 0 {
		jobs = runtime.NumCPU()
	}
	for _, task := range tasks {
		s.recordings[taskKey(task)] = make(chan *stage.Recording, 1)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	t.Cleanup(func() { cancel(); <-ended })
	go func() {
		defer close(ended)
		s.stage.RunAll(ctx, tasks, jobs, func(r *stage.Recording) {
			s.recordings[taskKey(stage.Task{Implementation: r.Implementation, Method: r.Method, Program: r.Program})] <- r
		})
	}()
}

// recording waits for the recording of a task, and runs the program itself if start did not get the task.
func (s *session) recording(ctx context.Context, task stage.Task) (*stage.Recording, error) {
	s.mutex.Lock()
	coming, started := s.recordings[taskKey(task)]
	if !started {
		coming = make(chan *stage.Recording, 1)
		s.recordings[taskKey(task)] = coming
	}
	s.mutex.Unlock()
	if !started {
		coming <- s.stage.Run(ctx, task)
	}
	select {
	case r := <-coming:
		coming <- r
		return r, nil
	case <-ctx.Done():
		return nil, fmt.Errorf("stopped while waiting for the recording of %s", taskKey(task))
	}
}

// judge returns the result of one cell of the plan.
func (s *session) judge(ctx context.Context, cell conformance.Cell) (conformance.Result, error) {
	if cell.Skipped != "" || cell.Absent != "" {
		return cell.ResultWithoutRun(), nil
	}
	r, err := s.recording(ctx, cell.Task())
	if err != nil {
		return conformance.Result{}, err
	}
	return conformance.Judge(cell.Behavior, r, s.expectations), nil
}
