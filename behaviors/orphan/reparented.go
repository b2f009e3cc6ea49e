package orphan

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "orphan-reparented", Level: conformance.Core, Program: parentexit.Program, Methods: []string{conformance.Spawn, conformance.Fork},
	Statement: "The parent ID of an orphan MUST be that of init or of the nearest subreaper.",
	Sources: []conformance.Source{
		source.Library("os.getppid()", "os", "os.getppid"),
		{Text: "prctl(2), PR_SET_CHILD_SUBREAPER", URL: "https://man7.org/linux/man-pages/man2/pr_set_child_subreaper.2const.html"},
	},
	Requires: conformance.POSIX,
	Judge: func(s *conformance.Scene) {
		suite := 1 // the suite started the main process, and is the nearest subreaper if the system has subreapers
		if body, found := s.First("body", conformance.Main); found {
			suite = body.PPID
		}
		for _, o := range orphans(s) {
			s.Expect(o.ppid, "%s: the new parent of the %s", o.ending, o.role).To(gomega.BeElementOf(1, suite))
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "orphan-reparented-not-on-windows", Level: conformance.Core, Program: parentexit.Program, Methods: []string{conformance.Spawn},
	Statement: "On Windows, the parent ID of an orphan MUST stay that of the ended parent.",
	Sources:   []conformance.Source{source.Library("os.getppid()", "os", "os.getppid")},
	Requires:  conformance.Windows,
	Judge: func(s *conformance.Scene) {
		for _, o := range orphans(s) {
			s.Expect(o.ppid, "%s: the parent ID that the %s reports", o.ending, o.role).To(gomega.Equal(o.first))
		}
	},
})

// orphan is a child whose parent has ended abruptly, with the parent ID that it reported at its end and at its beginning.
type orphan struct {
	ending, role string
	ppid, first  int
}

// orphans returns the orphans. It checks that each reports the parent ID that the process table has.
func orphans(s *conformance.Scene) []orphan {
	var list []orphan
	parents, table := parentexit.Orphaned(s), s.Table("survivors")
	for _, p := range parents {
		for _, child := range p.Children() {
			o := orphan{p.Ending, child.Role, p.Left(s, child).PPID, child.PPID}
			s.Expect(o.ppid, "%s: the parent ID that the %s reports", o.ending, o.role).To(gomega.Equal(table.Parent(child.PID)))
			list = append(list, o)
		}
	}
	return list
}
