package nested

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "nested-parent-process-is-child", Level: conformance.Core, Program: program,
	Statement: "In a grandchild, parent_process() MUST return the child that started it.",
	Sources:   []conformance.Source{source.ParentProcess()},
	Since:     "3.8",
	Judge: func(s *conformance.Scene) {
		if reason := s.AbsentReason(conformance.Main, "parent process"); reason != "" {
			s.Absent("%s", reason)
		}
		pids := pids(s)
		s.Table("all-started")
		for _, m := range members() {
			s.Expect(s.Event("enter", m.role).Number("parent_process"), "the pid of parent_process() in %s", m.role).To(gomega.Equal(pids[m.parent]))
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "nested-parent-process-none-in-main", Level: conformance.Core, Program: program,
	Statement: "In the main process, parent_process() MUST return None.",
	Sources:   []conformance.Source{source.ParentProcess()},
	Since:     "3.8",
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "parent process", nil) },
})
