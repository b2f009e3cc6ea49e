package identity

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "identity-main-process-name", Level: conformance.Extended, Program: program,
	Statement: "The name of the main process SHOULD be MainProcess.",
	Sources:   []conformance.Source{source.Line("3.14.10", "Lib/multiprocessing/process.py", 405)},
	Judge: func(s *conformance.Scene) {
		s.Expect(s.FirstEvent("body", conformance.Main).Text("process"), "the name of the main process").To(gomega.Equal("MainProcess"))
	},
})
