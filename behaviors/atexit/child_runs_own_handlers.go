package atexit

import (
	"slices"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "atexit-child-runs-own-handlers", Level: conformance.Extended, Program: program,
	Statement: "When its target has returned, a child SHOULD run the exit handlers that it registered, except in a forked child before Python 3.13.",
	Sources:   []conformance.Source{honored(), atexit()},
	Judge: func(s *conformance.Scene) {
		requireHandlers(s, "first")
		ran := s.Expect(handlers(s, s.Event("enter", "first").PID), "the handlers that the child ran")
		forked := slices.Contains([]string{conformance.Fork, conformance.Forkserver}, s.Method)
		if forked && conformance.PythonBefore("3.13", s.Implementation) {
			ran.NotTo(gomega.ContainElement("atexit"))
		} else {
			ran.To(gomega.ContainElement("atexit"))
		}
	},
})
