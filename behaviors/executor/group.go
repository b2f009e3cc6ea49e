// Package executor holds the behaviors of executors, which run tasks in worker processes.
package executor

import (
	"fmt"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var group = conformance.NewGroup("executor", 220, "executors: ProcessPoolExecutor and its workers")

const program = "process-pool-executor"

// brokenPool is the class of the error that tasks of a broken executor raise.
const brokenPool = "BrokenProcessPool"

// futures returns a part of the documentation of concurrent.futures.
func futures(name string) conformance.Source {
	return source.Library("concurrent.futures, "+name, "concurrent.futures", "concurrent.futures."+name)
}

func class() conformance.Source { return futures("ProcessPoolExecutor") }

func shutdown() conformance.Source { return futures("Executor.shutdown") }

// section returns the introduction of the documentation of ProcessPoolExecutor.
func section() conformance.Source {
	return source.Library("concurrent.futures, introduction of ProcessPoolExecutor", "concurrent.futures", "processpoolexecutor")
}

// worker is what a task reports about the process that ran it.
type worker struct {
	pid, ppid int
	forked    bool // whether it has what main had set before
	arguments any  // what its initializer received
	daemon    bool
}

// describedBy returns what an attempt of the main process reports about the worker that ran a task.
func describedBy(s *conformance.Scene, what string) worker {
	value, _ := s.Accepted(conformance.Main, what).(map[string]any)
	pid, known := value["pid"].(float64)
	if !known {
		s.Stop(fmt.Sprintf("the attempt %q of main must return what the worker is", what), "it returned "+conformance.Words(value))
	}
	ppid, _ := value["ppid"].(float64)
	daemon, _ := value["daemon"].(bool)
	return worker{pid: int(pid), ppid: int(ppid), forked: value["marker"] != nil, arguments: value["arguments"], daemon: daemon}
}

// expectStartedBy checks that a worker looks as if it was started with the method. On Windows, a launcher may be its parent.
func expectStartedBy(s *conformance.Scene, what, method string) {
	w, main := describedBy(s, what), s.MainPID()
	s.Expect(w.forked, "whether the worker in the attempt %q has the variable that main had set", what).To(gomega.Equal(method == conformance.Fork))
	switch method {
	case conformance.Forkserver:
		s.Expect(w.ppid, "the parent of the worker in the attempt %q", what).NotTo(gomega.Equal(main))
	case conformance.Spawn, conformance.Fork:
		if !s.OnWindows() {
			s.Expect(w.ppid, "the parent of the worker in the attempt %q", what).To(gomega.Equal(main))
		}
	}
}

// expectEnded checks that a call ended the worker of a task while the task ran.
func expectEnded(s *conformance.Scene, call, role string) {
	s.Accepted(conformance.Main, call)
	s.FirstEvent("holding", role)
	s.Returned(conformance.Main, role+" worker ends", true)
}
