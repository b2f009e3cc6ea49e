package identity

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "identity-parent-process-is-main", Level: conformance.Core, Program: program,
	Statement: "In a child, parent_process() MUST return the main process, whatever process is the parent for the operating system.",
	Sources:   []conformance.Source{source.ParentProcess()},
	Since:     "3.8",
	Judge: func(s *conformance.Scene) {
		for _, child := range children(s) {
			if child.Text("parent_process") == "absent" {
				s.Absent("%s has no parent_process()", s.Implementation.Module)
			}
			s.Expect(child.Number("parent_process"), "the pid of parent_process() in %s", child.Role).To(gomega.Equal(s.MainPID()))
		}
	},
})
