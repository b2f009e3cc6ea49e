package identity

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "identity-pids-distinct", Level: conformance.Core, Program: program,
	Statement: "The process IDs of the main process and of its two children MUST all differ.",
	Sources:   []conformance.Source{source.ProcessClass(), source.Process("pid")},
	Judge: func(s *conformance.Scene) {
		both := children(s)
		for _, child := range both {
			s.Expect(child.PID, "the process ID of %s", child.Role).NotTo(gomega.Equal(s.MainPID()))
		}
		s.Expect(both[0].PID, "the process ID of sing").NotTo(gomega.Equal(both[1].PID))
	},
})
