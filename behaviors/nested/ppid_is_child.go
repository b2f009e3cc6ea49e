package nested

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "nested-ppid-is-child", Level: conformance.Core, Program: program, Methods: []string{conformance.Spawn, conformance.Fork},
	Statement: "Under spawn and fork, the parent ID of a grandchild MUST be that of the child that started it, or that of a launcher between the two.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		pids, table := pids(s), s.Table("all-started")
		for _, m := range held() {
			parent := pids[m.parent]
			if launcher := table.Launcher(parent, pids[m.role]); launcher != 0 {
				parent = launcher
			}
			s.Expect(table.Parent(pids[m.role]), "the parent of %s in the process table", m.role).To(gomega.Equal(parent))
			s.Expect(s.Event("enter", m.role).PPID, "the parent ID that %s reports", m.role).To(gomega.Equal(parent))
		}
	},
})
