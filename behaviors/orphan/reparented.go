package orphan

import (
	"fmt"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "orphan-reparented", Level: conformance.Core, Program: parentexit.Program, Methods: []string{conformance.Spawn, conformance.Fork},
	Statement: "The parent ID of an orphan MUST be that of init or, on Linux, of the nearest subreaper; on Windows it stays that of the ended parent.",
	Sources: []conformance.Source{
		source.Library("os.getppid()", "os", "os.getppid"),
		{Text: "prctl(2), PR_SET_CHILD_SUBREAPER", URL: "https://man7.org/linux/man-pages/man2/pr_set_child_subreaper.2const.html"},
	},
	Judge: func(s *conformance.Scene) {
		parents, table := parentexit.Orphaned(s), s.Table("survivors")
		suite := 1 // the suite started the main process, and is the nearest subreaper if the system has subreapers
		if body, found := s.First("body", conformance.Main); found {
			suite = body.PPID
		}
		for _, p := range parents {
			for _, child := range p.Children() {
				reported := p.Left(s, child).PPID
				subject := fmt.Sprintf("%s: the parent ID that the %s reports", p.Ending, child.Role)
				s.Expect(reported, "%s", subject).To(gomega.Equal(table.Parent(child.PID)))
				if s.OnWindows() {
					s.Expect(reported, "%s", subject).To(gomega.Equal(child.PPID))
				} else {
					s.Expect(reported, "%s: the new parent of the %s", p.Ending, child.Role).To(gomega.BeElementOf(1, suite))
				}
			}
		}
	},
})
