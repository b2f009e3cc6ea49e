package method

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "method-list-has-no-fork-on-windows", Level: conformance.Core, Program: program,
	Statement: "On Windows, get_all_start_methods() MUST NOT return fork or forkserver.",
	Sources:   []conformance.Source{source.StartMethods(), source.Function("get_all_start_methods")},
	Requires:  conformance.Multiprocessing.And(conformance.Windows),
	Judge: func(s *conformance.Scene) {
		s.Expect(s.Event("methods", conformance.Main).Data["methods"], "the list of all start methods").
			NotTo(gomega.ContainElement(gomega.BeElementOf(conformance.Fork, conformance.Forkserver)))
	},
})
