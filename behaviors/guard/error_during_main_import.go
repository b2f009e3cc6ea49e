package guard

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "guard-error-during-main-import", Level: conformance.Core, Program: unguarded, Methods: conformance.ImportingMain(),
	Statement: "Without a main guard, the error MUST be raised while a process imports the main module under a name other than that in the main process.",
	Sources:   []conformance.Source{source.SpawnGuidelines()},
	Judge: func(s *conformance.Scene) {
		for _, e := range childErrors(s) {
			s.Expect(e.Text("phase"), "the phase in which process %d raised its error", e.PID).To(gomega.Equal("body"))
			s.Expect(e.Text("name"), "the name of the main module in process %d", e.PID).NotTo(gomega.BeElementOf("__main__", conformance.Main))
		}
	},
})
