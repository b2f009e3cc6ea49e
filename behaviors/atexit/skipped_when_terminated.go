package atexit

import (
	"slices"
	"strings"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "atexit-skipped-when-terminated", Level: conformance.Core, Program: program,
	Statement: "A child that is terminated MUST NOT run its exit handlers.",
	Sources:   []conformance.Source{source.Process("terminate")},
	Judge: func(s *conformance.Scene) {
		requireHandlers(s, "second")
		ran := handlers(s, s.Event("enter", "second").PID)
		s.Check(len(ran) == 0, "the terminated child must not run a handler", "it ran "+strings.Join(ran, ", "))
		s.Check(slices.ContainsFunc(s.Events("joined", conformance.Main), func(e conformance.Event) bool { return e.Text("child") == "second" }),
			"the main process must join the terminated child", "it did not")
	},
})
