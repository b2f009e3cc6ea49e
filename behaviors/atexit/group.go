// Package atexit holds the behaviors of exit handlers in children.
package atexit

import (
	"slices"

	"github.com/singdance/singdance/conformance"
)

var group = conformance.NewGroup("atexit", 210, "exit handlers")

const program = "helper-processes"

func honored() conformance.Source {
	return conformance.Source{Text: "Honor atexit for all multiprocessing start methods, 3.13", URL: "https://github.com/python/cpython/issues/83856"}
}

func atexit() conformance.Source {
	return conformance.Source{Text: "CPython 3.14 documentation, atexit", URL: "https://docs.python.org/3.14/library/atexit.html"}
}

// requireHandlers makes the result absent if a child could not register an exit handler.
func requireHandlers(s *conformance.Scene, role string) {
	if reason := s.AbsentReason(role, "handlers"); reason != "" {
		s.Absent("%s", reason)
	}
}

// requireHandlersAtExit makes the result absent if a child need not run its exit handlers either. It may run them.
func requireHandlersAtExit(s *conformance.Scene, role string) {
	requireHandlers(s, role)
	forked := s.Method == conformance.Fork || s.Method == conformance.Forkserver
	if forked && conformance.PythonBefore("3.13", s.Implementation) {
		s.NothingToJudge("before Python 3.13, a forked child need not run its exit handlers")
	}
}

// handlers returns the kinds of handlers that a process ran, in their order.
func handlers(s *conformance.Scene, pid int) []string {
	var kinds []string
	for _, e := range s.Events("handler", "") {
		if kind := e.Text("kind"); e.PID == pid && !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// mainHandlerRuns returns the events of the exit handler that the main process registered.
func mainHandlerRuns(s *conformance.Scene) []conformance.Event {
	return s.EventsWhere(func(e conformance.Event) bool {
		return e.Event.Event == "handler" && e.Text("kind") == conformance.Main
	})
}
