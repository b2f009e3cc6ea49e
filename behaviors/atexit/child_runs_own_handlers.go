package atexit

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "atexit-child-runs-own-handlers", Level: conformance.Extended, Program: program,
	Statement: "When its target has returned, a child SHOULD run the exit handlers that it registered, except in a forked child before Python 3.13.",
	Sources:   []conformance.Source{honored(), atexit()},
	Judge: func(s *conformance.Scene) {
		requireHandlersAtExit(s, "first")
		s.Expect(handlers(s, s.Event("enter", "first").PID), "the handlers that the child ran").To(gomega.ContainElement("atexit"))
	},
})
