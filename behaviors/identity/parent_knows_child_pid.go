package identity

import (
	"fmt"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "identity-parent-knows-child-pid", Level: conformance.Core, Program: program,
	Statement: "The pid of a process in the parent MUST be the process ID of the child.",
	Sources:   []conformance.Source{source.Process("pid")},
	Judge: func(s *conformance.Scene) {
		both := children(s)
		started := s.Events("started", conformance.Main)
		if len(started) != 2 {
			s.Stop("the main process must start 2 children", fmt.Sprintf("it started %d", len(started)))
		}
		for n, child := range both {
			s.Expect(started[n].Text("child"), "child number %d that the main process started", n+1).To(gomega.Equal(child.Role))
			s.Expect(started[n].Number("child_pid"), "the pid of %s in the main process", child.Role).To(gomega.Equal(child.PID))
		}
	},
})
