package guard

import (
	"fmt"
	"slices"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "guard-error-is-runtime-error", Level: conformance.Core, Program: unguarded, Methods: conformance.ImportingMain(),
	Statement: "Without a main guard, a process that imports the main module and reaches start() MUST raise a RuntimeError.",
	Sources:   []conformance.Source{source.SpawnGuidelines()},
	Judge: func(s *conformance.Scene) {
		for _, e := range childErrors(s) {
			s.Expect(e.ErrorTypes(), "the error class of process %d", e.PID).To(gomega.ContainElement("RuntimeError"))
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "guard-error-in-each-child", Level: conformance.Extended, Program: unguarded, Methods: conformance.ImportingMain(),
	Statement: "Without a main guard, each child SHOULD raise the error.",
	Sources:   []conformance.Source{source.SpawnGuidelines()},
	Judge: func(s *conformance.Scene) {
		var raised []int
		for _, e := range childErrors(s) {
			raised = append(raised, e.PID)
		}
		started := s.Events("started", conformance.Main)
		s.Check(len(started) == 2, "the main process must start 2 children", fmt.Sprintf("it started %d", len(started)))
		for _, child := range started {
			s.Check(slices.Contains(raised, child.Number("child_pid")), child.Text("child")+" must raise the error", "it did not")
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "guard-error-not-in-main", Level: conformance.Extended, Program: unguarded, Methods: conformance.ImportingMain(),
	Statement: "Without a main guard, the main process SHOULD NOT raise an error.",
	Sources:   []conformance.Source{source.SpawnGuidelines()},
	Judge: func(s *conformance.Scene) {
		s.MainPID()
		for _, e := range s.Events("error", conformance.Main) {
			s.Fail("the main process must not raise an error", fmt.Sprintf("it raised %v: %s", e.ErrorTypes(), e.Text("message")))
		}
	},
})
