package guard

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "guard-error-during-main-import", Level: conformance.Extended, Program: unguarded, Methods: conformance.ImportingMain(),
	Statement: "Without a main guard, the error SHOULD be raised while the child imports the main module.",
	Sources:   []conformance.Source{source.SpawnGuidelines()},
	Judge: func(s *conformance.Scene) {
		for _, e := range childErrors(s) {
			s.Expect(e.Text("phase"), "the phase in which process %d raised its error", e.PID).To(gomega.Equal("body"))
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "guard-error-during-main-import-under-other-name", Level: conformance.Extended, Program: unguarded, Methods: conformance.ImportingMain(),
	Statement: "The main module SHOULD have another name while a child imports it than in the main process.",
	Sources:   []conformance.Source{source.SpawnGuidelines(), source.Line("3.14.10", "Lib/multiprocessing/spawn.py", 264)},
	Judge: func(s *conformance.Scene) {
		for _, e := range childErrors(s) {
			s.Expect(e.Text("name"), "the name of the main module in process %d", e.PID).NotTo(gomega.BeElementOf("__main__", conformance.Main))
		}
	},
})
