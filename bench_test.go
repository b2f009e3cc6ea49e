//go:build unix

package singdance_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/platform/embedded"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

// Environment variables of the processes that BenchmarkRun starts. benchPython is also an input of the benchmark.
const (
	benchPython         = "BENCH_PYTHON"         // the path of the interpreter
	benchImplementation = "BENCH_IMPLEMENTATION" // the implementations as JSON, so that the side without the suite need not search
)

func init() {
	sides["bare"] = runBarePrograms
	sides["suite"] = runSuite
}

// BenchmarkRun compares two ways to run all programs under all start methods of one CPython. The suite searches for the
// interpreter, runs the programs, judges them and makes a report. The other side only starts the same commands, on the same
// number of cores. Each side runs in a separate process, so that the CPU time of that process includes all descendants. The
// results are the two ratios cpu-ratio and wall-ratio:
//
//	go test -run '^$' -bench Run -benchtime 5x .
func BenchmarkRun(b *testing.B) {
	python := os.Getenv(benchPython)
	if python == "" && embedded.Available {
		var err error
		if python, err = embedded.Python(b.TempDir()); err != nil {
			b.Fatal(err)
		}
	}
	if python == "" {
		b.Skip("no interpreter: set " + benchPython + " to the path of one")
	}
	s, err := stage.Open(stage.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() }) // other tests check that the stage leaves nothing
	found, err := find(s, python)
	if err != nil {
		b.Fatal(err)
	}
	implementation, err := json.Marshal(found)
	if err != nil {
		b.Fatal(err)
	}
	var cpu, wall [2]time.Duration
	for b.Loop() {
		for n, side := range []string{"bare", "suite"} {
			command := exec.Command(os.Args[0], "-test.run", "^$")
			command.Env = append(os.Environ(), "BENCH_SIDE="+side, benchPython+"="+python, benchImplementation+"="+string(implementation))
			command.Stderr = os.Stderr
			start := time.Now()
			if err := command.Run(); err != nil {
				b.Fatalf("%s: %v", side, err)
			}
			wall[n] += time.Since(start)
			cpu[n] += command.ProcessState.UserTime() + command.ProcessState.SystemTime()
		}
	}
	b.ReportMetric(0, "ns/op") // leaves out the default metric: the time depends on the machine
	b.ReportMetric(cpu[1].Seconds()/cpu[0].Seconds(), "cpu-ratio")
	b.ReportMetric(wall[1].Seconds()/wall[0].Seconds(), "wall-ratio")
	b.ReportMetric(cpu[0].Seconds()/float64(b.N), "bare-cpu-s/op")
	b.ReportMetric(wall[0].Seconds()/float64(b.N), "bare-s/op")
	b.ReportMetric(wall[1].Seconds()/float64(b.N), "suite-s/op")
}

// find returns the implementations of the interpreter.
func find(s *stage.Stage, python string) ([]implementation.Implementation, error) {
	return implementation.Find(context.Background(), implementation.Options{
		Pythons: []string{python}, NoSearch: true, ProgramFolder: s.ProgramFolder(), Jobs: runtime.NumCPU(),
	}, s.Query)
}

// runSuite does what `singdance run` does.
func runSuite() (err error) {
	s, err := stage.Open(stage.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	found, err := find(s, os.Getenv(benchPython))
	if err != nil {
		return err
	}
	plan, err := conformance.NewPlan(found, conformance.Selection{})
	if err != nil {
		return err
	}
	expectations, err := conformance.LoadExpectations()
	if err != nil {
		return err
	}
	results := report.Report{Implementations: found}
	results.Results = plan.Run(context.Background(), s, runtime.NumCPU(), expectations, func(*stage.Recording, []conformance.Result) {})
	results.Conclude()
	results.Text(io.Discard, report.TextOptions{Width: 120, Matrix: report.MatrixAll, Details: true})
	return nil
}

// runBarePrograms starts the commands of the programs, one for each core at a time, and waits for all descendants. It is the
// subreaper of descendants that outlive their parents, so that their CPU time counts on both sides.
func runBarePrograms() error {
	var found []implementation.Implementation
	if err := json.Unmarshal([]byte(os.Getenv(benchImplementation)), &found); err != nil {
		return err
	}
	plan, err := conformance.NewPlan(found, conformance.Selection{})
	if err != nil {
		return err
	}
	tasks := plan.Tasks()
	if err := platform.AdoptOrphans(); err != nil {
		return err
	}
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer null.Close()
	folder, err := os.MkdirTemp("", "bare")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }() // a folder that cannot be removed does not matter here
	running := map[int]bool{}
	for len(tasks) > 0 || len(running) > 0 {
		for len(tasks) > 0 && len(running) < runtime.NumCPU() {
			command := tasks[0].Implementation.Command(tasks[0].Program)
			programFolder, err := os.MkdirTemp(folder, "") // some programs leave files in their working folder or in TMPDIR
			if err != nil {
				return err
			}
			process, err := os.StartProcess(command[0], command, &os.ProcAttr{
				Dir: programFolder,
				Env: append(os.Environ(), "TMPDIR="+programFolder, "SINGDANCE_MODULE="+tasks[0].Implementation.Module,
					"SINGDANCE_METHOD="+tasks[0].Method, "SINGDANCE_BEATS=3", "SINGDANCE_BEAT=0.01"),
				Files: []*os.File{null, null, null},
			})
			if err != nil {
				return err
			}
			running[process.Pid] = true
			tasks = tasks[1:]
		}
		pid, err := syscall.Wait4(-1, nil, 0, nil)
		if err != nil {
			return err
		}
		delete(running, pid)
	}
	for {
		if _, err := syscall.Wait4(-1, nil, 0, nil); err != nil {
			return nil // no descendant is left
		}
	}
}
