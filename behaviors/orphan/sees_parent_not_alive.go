package orphan

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "orphan-sees-parent-not-alive", Level: conformance.Core, Program: parentexit.Program,
	Statement: "After its parent has ended, parent_process().is_alive() MUST be false in the child that the parent started last.",
	Sources:   []conformance.Source{source.ParentProcess(), source.Process("is_alive")},
	Since:     "3.8",
	Judge: func(s *conformance.Scene) {
		for _, p := range parentexit.Orphaned(s) {
			asked, found := parentAlive(s, p.Daemon.PID)
			if !found {
				s.Fail(p.Ending+`: the daemon must report the attempt "parent alive"`, "it did not")
				continue
			}
			if reason := asked.Text("absent"); reason != "" {
				s.Absent("%s", reason)
			}
			s.Expect(asked.Data["value"], "%s: is_alive() of the parent", p.Ending).To(gomega.Equal(false))
		}
	},
})
