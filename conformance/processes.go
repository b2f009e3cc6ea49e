package conformance

import (
	"fmt"
	"slices"
	"strings"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/platform"
)

// POSIX is met by implementations on systems other than Windows.
var POSIX = &Requirement{
	Met:    func(i implementation.Implementation) bool { return i.Platform != "win32" },
	Reason: "on Windows",
}

// Windows is met by implementations on Windows.
var Windows = &Requirement{
	Met:    func(i implementation.Implementation) bool { return i.Platform == "win32" },
	Reason: "on systems other than Windows",
}

// Multiprocessing is met by the modules of a Python interpreter, because they follow the documentation of
// multiprocessing.
var Multiprocessing = &Requirement{
	Met:    func(i implementation.Implementation) bool { return slices.Contains(pythons, i.Interpreter) },
	Reason: "to libraries of languages other than Python",
}

// pythons are the interpreters whose versions are Python's.
var pythons = []string{"cpython", "pypy", "graalpy"}

// PythonBefore reports whether an implementation runs on a Python older than the version. It is false for other languages,
// because their versions mean something else.
func PythonBefore(version string, i implementation.Implementation) bool {
	return Multiprocessing.Met(i) && VersionIn(i.Version, "<"+version)
}

// Helpers returns the helper processes in the process table at a point: those that are neither the main process, nor a
// process that entered a role, nor a launcher of one. It ends the judge if the table was not read.
func (s *Scene) Helpers(point string) []platform.Process {
	table := s.Table(point)
	known := map[int]bool{s.FirstPID: true}
	main := 0
	if body, found := s.First("body", Main); found {
		main = body.PID
	}
	known[main] = true
	for _, e := range s.Events("enter", "") {
		known[e.PID] = true
		if s.Method != Forkserver {
			known[table.Launcher(main, e.PID)] = true
			known[table.Launcher(e.Number("parent_process"), e.PID)] = true
		}
	}
	var helpers []platform.Process
	for _, p := range table {
		if !known[p.PID] && p.State == platform.Alive {
			helpers = append(helpers, p)
		}
	}
	return helpers
}

// ObserveHelperCount returns an Observe that counts the helper processes at a point.
func ObserveHelperCount(point string) func(s *Scene) string {
	return func(s *Scene) string { return fmt.Sprint(len(s.Helpers(point))) }
}

// ObserveBodyRuns counts the runs of the main module's body by the name that the module has: "__main__ ×1, __mp_main__ ×2".
func ObserveBodyRuns(s *Scene) string {
	count := map[string]int{}
	for _, e := range s.Events("body", "") {
		count[e.Text("name")]++
	}
	if len(count) == 0 {
		return "none"
	}
	var list []string
	for name, n := range count {
		list = append(list, fmt.Sprintf("%s ×%d", name, n))
	}
	slices.Sort(list)
	return strings.Join(list, ", ")
}

// ExpectExitStatus checks the exit status of the first process, as the operating system reports it. If the first process is
// a launcher, its exit status is the same as the main process's.
func (s *Scene) ExpectExitStatus(want int) {
	if s.Exit == nil {
		s.Stop("the main process must end", "it did not")
	}
	s.Expect(s.Exit.Code, "the exit status of the main process").To(gomega.Equal(want))
}

// ExpectNoSurvivors checks that no process had to be killed after the main process had ended.
func (s *Scene) ExpectNoSurvivors() {
	s.Check(len(s.Survivors) == 0, "no process must be left after the main process has ended", "the suite had to kill "+ProcessNames(s.Survivors))
}

// ProcessNames lists processes by ID and name: "104 (python3), 105 (python3)".
func ProcessNames(processes []platform.Process) string {
	var list []string
	for _, p := range processes {
		list = append(list, fmt.Sprintf("%d (%s)", p.PID, p.Name))
	}
	return strings.Join(list, ", ")
}

// ExpectBefore checks that one event was reported before another.
func (s *Scene) ExpectBefore(first, second Event) {
	s.Check(first.Index < second.Index, fmt.Sprintf("%s must come before %s", first, second), "it came after it")
}
