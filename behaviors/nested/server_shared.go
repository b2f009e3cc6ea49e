package nested

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "nested-server-shared-with-parent", Level: conformance.Extended, Program: program, Methods: []string{conformance.Forkserver},
	Statement: "Under forkserver, the server that forked a child SHOULD also fork the children of that child.",
	Sources: []conformance.Source{
		source.Line("3.14.10", "Lib/multiprocessing/forkserver.py", 126),
		{Text: "CPython issue 86354, an open defect: each process starts its own server", URL: "https://github.com/python/cpython/issues/86354"},
	},
	Requires: conformance.Multiprocessing, // startmethods documents that each process has its own server
	Judge: func(s *conformance.Scene) {
		pids, table := pids(s), s.Table("all-started")
		for _, m := range held() {
			s.Expect(s.Event("enter", m.role).PPID, "the parent ID that %s reports", m.role).To(gomega.Equal(table.Parent(pids[m.role])))
		}
		s.Expect(table.Parent(pids["orphan"]), "the server of orphan").To(gomega.Equal(table.Parent(pids["intermediate"])))
		s.Expect(s.Event("enter", "grandchild").PPID, "the server of grandchild").To(gomega.Equal(s.Event("enter", "child").PPID))
	},
})
