// Package executor holds the behaviors of executors, which run tasks in worker processes.
package executor

import (
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

// expectEnded checks that a call ended the worker of a task while the task ran.
func expectEnded(s *conformance.Scene, call, role string) {
	s.Accepted(conformance.Main, call)
	s.FirstEvent("holding", role)
	s.Returned(conformance.Main, role+" worker ends", true)
}
