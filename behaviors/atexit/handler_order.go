package atexit

import (
	"strings"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "atexit-handler-order", Level: conformance.Observation, Program: program,
	Statement: "Which handlers a child runs at its end, and in which order: a finalizer of multiprocessing, a handler for the end of threading, an exit handler.",
	Sources: []conformance.Source{
		{Text: "Process _bootstrap calls _exit_function", URL: "https://github.com/python/cpython/issues/114220"}, honored(),
	},
	Observe: func(s *conformance.Scene) string {
		requireHandlers(s, "first")
		for _, e := range s.Events("enter", "first") {
			if ran := handlers(s, e.PID); len(ran) > 0 {
				return strings.Join(ran, ", ")
			}
		}
		return "none"
	},
})
