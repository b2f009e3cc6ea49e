package forkserver

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "forkserver-shared-by-children", Level: conformance.Core, Program: program, Methods: []string{conformance.Forkserver},
	Statement: "One server MUST fork all children of the main process, however much later they are started.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		first := s.Event("enter", "first")
		for _, role := range []string{"second", "third"} {
			s.Expect(s.Event("enter", role).PPID, "the server of %s", role).To(gomega.Equal(first.PPID))
		}
	},
})
