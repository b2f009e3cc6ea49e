package nested

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "nested-server-per-child", Level: conformance.Extended, Program: program, Methods: []string{conformance.Forkserver},
	Statement: "Under forkserver, each child that starts children SHOULD have a server of its own, which is its child and the parent of its children.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		pids, table := pids(s), s.Table("all-started")
		for _, m := range held() {
			server := table.Parent(pids[m.role])
			s.Expect(table.Parent(server), "the parent of the server of %s", m.role).To(gomega.Equal(pids[m.parent]))
			s.Expect(s.Event("enter", m.role).PPID, "the parent ID that %s reports", m.role).To(gomega.Equal(server))
		}
		s.Expect(s.Event("enter", "child").PPID, "the server of the first child").To(gomega.Equal(table.Parent(pids["intermediate"])))
	},
})
