package guard

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "guard-bootstrapping-error", Level: conformance.Extended, Program: unguarded, Methods: conformance.ImportingMain(),
	Statement: "Without a main guard, the message of the error SHOULD mention the bootstrapping phase.",
	Sources:   []conformance.Source{source.Line("3.14.10", "Lib/multiprocessing/spawn.py", 142)},
	Judge: func(s *conformance.Scene) {
		for _, e := range childErrors(s) {
			s.Expect(e.Text("message"), "the error message of process %d", e.PID).To(gomega.ContainSubstring("bootstrapping"))
		}
	},
})
