// Package worker reads what tasks report about the processes that run them: the workers of executors and pools, and the
// servers of managers.
package worker

import (
	"fmt"
	"slices"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
)

// Worker is what a task reports about the process that ran it.
type Worker struct {
	PID, PPID        int
	Forked           bool // whether it has what main had set before
	Arguments        any  // what its initializer received
	Daemon           bool
	IgnoresInterrupt bool
}

// Described returns what an attempt of the main process reports about the process that ran a task. It ends the judge if the
// attempt was refused.
func Described(s *conformance.Scene, what string) Worker {
	value, _ := s.Accepted(conformance.Main, what).(map[string]any)
	pid, known := value["pid"].(float64)
	if !known {
		s.Stop(fmt.Sprintf("the attempt %q of main must return what the worker is", what), "it returned "+conformance.Words(value))
	}
	ppid, _ := value["ppid"].(float64)
	daemon, _ := value["daemon"].(bool)
	ignores, _ := value["ignores_interrupt"].(bool)
	return Worker{
		PID: int(pid), PPID: int(ppid), Forked: value["marker"] != nil, Arguments: value["arguments"],
		Daemon: daemon, IgnoresInterrupt: ignores,
	}
}

// ExpectStartedBy checks that a process looks as if it was started with the method. On Windows, a launcher may be its parent.
func ExpectStartedBy(s *conformance.Scene, what, method string) {
	w, main := Described(s, what), s.MainPID()
	s.Expect(w.Forked, "whether the worker in the attempt %q has the variable that main had set", what).To(gomega.Equal(method == conformance.Fork))
	switch method {
	case conformance.Forkserver:
		s.Expect(w.PPID, "the parent of the worker in the attempt %q", what).NotTo(gomega.Equal(main))
	case conformance.Spawn, conformance.Fork:
		if !s.OnWindows() {
			s.Expect(w.PPID, "the parent of the worker in the attempt %q", what).To(gomega.Equal(main))
		}
	}
}

// ExpectParents checks the parents of the workers of the tasks left and right in the process table.
func ExpectParents(s *conformance.Scene) {
	table, main := s.Table("workers"), s.MainPID()
	for _, what := range []string{"left", "right"} {
		w := Described(s, what)
		parent := table.Parent(w.PID)
		s.Check(parent != 0, fmt.Sprintf("the worker of the task %s must be in the process table", what), "it is not")
		if launcher := table.Launcher(main, w.PID); launcher != 0 && s.Method != conformance.Forkserver {
			parent = main
		}
		s.Expect(parent == main, "whether main is the parent of the worker of the task %s in the process table", what).
			To(gomega.Equal(s.Method != conformance.Forkserver))
	}
}

// ExpectRaised checks that the result of a task raises an error, and not only that it never arrives.
func ExpectRaised(s *conformance.Scene, what string) {
	a := s.Refused(conformance.Main, what)
	s.Check(!slices.Contains(a.ErrorTypes(), "TimeoutError"), fmt.Sprintf("the attempt %q of main must raise an error", what), "the result did not arrive")
}

// ExpectReplaced checks that a worker ran two of three tasks, and another one the third.
func ExpectReplaced(s *conformance.Scene, what string) {
	value, _ := s.Accepted(conformance.Main, what).(map[string]any)
	pids, _ := value["pids"].([]any)
	if len(pids) != 3 {
		s.Stop("three tasks must report their workers", fmt.Sprintf("%d did", len(pids)))
	}
	s.Check(pids[0] == pids[1], "one worker must run the first two tasks", "two workers ran them")
	s.Check(pids[1] != pids[2], "another worker must run the third task", "the same worker ran it")
}

// EndOf returns the event that reports the end of a further main process, and its exit code. It ends the judge if the process
// had to be killed.
func EndOf(s *conformance.Scene, ending string) (conformance.Event, int) {
	want := fmt.Sprintf("the main process %q must end", ending)
	for _, e := range s.Events("ended", conformance.Main) {
		if e.Text("ending") != ending {
			continue
		}
		code, known := e.Data["code"].(float64)
		if !known {
			s.Stop(want, "it had to be killed")
		}
		return e, int(code)
	}
	s.Stop(want, "its end was not reported")
	return conformance.Event{}, 0
}

// RequireImport makes the result absent if no child of the program has run the body of a main module: the implementation
// then needs no main guard.
func RequireImport(s *conformance.Scene) {
	if len(s.EventsWhere(func(e conformance.Event) bool {
		return e.Event.Event == "body" && e.Text("name") != "__main__" && e.Text("name") != "main"
	})) == 0 {
		s.Absent("no child imports the main module, so a main guard is not needed")
	}
}
