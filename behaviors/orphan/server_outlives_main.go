package orphan

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "orphan-server-outlives-main", Level: conformance.Extended, Program: parentexit.Program, Methods: []string{conformance.Forkserver},
	Statement: "Under forkserver, the server SHOULD stay the parent of an orphan as long as the orphan runs.",
	Sources: []conformance.Source{source.StartMethods(), {
		Text: "forkserver.py: the server ends when the last process that holds its pipe has ended",
		URL:  "https://github.com/python/cpython/blob/v3.14.0/Lib/multiprocessing/forkserver.py",
	}},
	Judge: func(s *conformance.Scene) {
		parents, table := parentexit.Orphaned(s), s.Table("survivors")
		for _, p := range parents {
			for _, child := range p.Children() {
				s.Expect(child.PPID, "%s: the parent of the %s", p.Ending, child.Role).NotTo(gomega.Equal(p.Parent.PID))
				s.Expect(table.Parent(child.PID), "%s: the parent of the %s in the process table", p.Ending, child.Role).To(gomega.Equal(child.PPID))
				s.Expect(p.Left(s, child).PPID, "%s: the parent ID that the %s reports", p.Ending, child.Role).To(gomega.Equal(child.PPID))
			}
			s.Check(table.Alive(p.Child.PPID), p.Ending+": the server must be alive after the parent has ended", "it is not")
		}
	},
})
