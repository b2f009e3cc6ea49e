package pickle

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pickle-targets-supported", Level: conformance.Core, Program: program,
	Statement: "A target MUST run if it is a function of a module, a builtin function, a partial function, a method of an instance or of a class, or a callable instance.",
	Sources:   []conformance.Source{source.ProcessClass(), whatCanBePickled()},
	Judge: func(s *conformance.Scene) {
		for _, role := range available(s, "function", "partial", "method", "class-method", "callable") {
			received(s, role)
		}
		if s.AbsentReason(conformance.Main, "start builtin") != "" {
			return
		}
		s.ExitCodeReported("builtin", 0)
		s.Expect(s.StdoutLines(), "standard output").To(gomega.ContainElement("a builtin function sings"))
	},
})
