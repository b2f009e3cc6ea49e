package identity

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "identity-ppid-is-main", Level: conformance.Core, Program: program, Methods: []string{conformance.Spawn, conformance.Fork},
	Statement: "Under spawn and fork, the parent of each child MUST be the main process, or a launcher whose parent is the main process.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		both, table, main := children(s), s.Table("together"), s.MainPID()
		for _, child := range both {
			parent := main
			if launcher := table.Launcher(main, child.PID); launcher != 0 {
				parent = launcher
			}
			s.Expect(child.PPID, "the parent ID that %s reports", child.Role).To(gomega.Equal(parent))
			s.Expect(table.Parent(child.PID), "the parent of %s in the process table", child.Role).To(gomega.Equal(parent))
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "identity-ppid-is-server", Level: conformance.Core, Program: program, Methods: []string{conformance.Forkserver},
	Statement: "Under forkserver, the parent of all children MUST be one server process, which is a child of the main process.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		both, table, main := children(s), s.Table("together"), s.MainPID()
		server := table.Parent(both[0].PID)
		s.Expect(server, "the parent of sing in the process table").NotTo(gomega.Equal(main))
		s.Expect(table.Parent(both[1].PID), "the parent of dance in the process table").To(gomega.Equal(server))
		s.Expect(table.Parent(server), "the parent of the server in the process table").To(gomega.Equal(main))
		for _, child := range both {
			s.Expect(child.PPID, "the parent ID that %s reports", child.Role).To(gomega.Equal(server))
		}
	},
})
