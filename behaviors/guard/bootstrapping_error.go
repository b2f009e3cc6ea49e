package guard

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "guard-bootstrapping-error", Level: conformance.Core, Program: unguarded, Methods: conformance.ImportingMain(),
	Statement: "Without a main guard, a process that imports the main module and reaches start() MUST raise a RuntimeError whose message mentions the bootstrapping phase.",
	Sources:   []conformance.Source{source.SpawnGuidelines()},
	Judge: func(s *conformance.Scene) {
		for _, e := range childErrors(s) {
			s.Expect(e.ErrorTypes(), "the error class of process %d", e.PID).To(gomega.ContainElement("RuntimeError"))
			s.Expect(e.Text("message"), "the error message of process %d", e.PID).To(gomega.ContainSubstring("bootstrapping"))
		}
	},
})
