package mainmodule

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-virtual-environment", Level: conformance.Extended, Program: program,
	Statement: "A child of a main process in a virtual environment SHOULD run in a virtual environment.",
	Sources: []conformance.Source{
		source.Function("set_executable"), source.Library("venv, How venvs work", "venv", "how-venvs-work"),
	},
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "venv")
		main := s.Event("module", "venv")
		s.Expect(main.Data["virtual"], "whether the main process is in a virtual environment").To(gomega.Equal(true))
		child := s.Event("module", "venv "+local)
		s.Expect(child.Data["virtual"], "whether the child is in a virtual environment").To(gomega.Equal(true))
	},
})
