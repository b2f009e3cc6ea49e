package exit

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exit-group-interrupt-reaches-child", Level: conformance.Extended, Program: parentexit.Program,
	Statement: "A SIGINT to the process group, as Ctrl-C in a terminal sends it, SHOULD reach a child.",
	Sources:   []conformance.Source{sigint(), interruptedServer()},
	Requires:  interruptible,
	Judge: func(s *conformance.Scene) {
		p := parentexit.Find(s, parentexit.InterruptGroup)
		interrupted, found := parentexit.FirstOf(s, "interrupted", p.Child.PID)
		if !found {
			s.Stop("the child must be interrupted", "it was not")
		}
		s.ExpectBefore(interrupted, s.FirstEvent("ready", conformance.Main))
		s.Check(p.Left(s, p.Child).Index > interrupted.Index, "the child must reach its end after the interrupt that it caught", "it ended before")
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "exit-group-interrupt-terminates-daemon", Level: conformance.Core, Program: parentexit.Program,
	Statement: "After an uncaught SIGINT to the process group, a parent MUST attempt to terminate its daemonic child.",
	Sources:   []conformance.Source{source.Process("daemon"), sigint()},
	Requires:  interruptible,
	Judge:     func(s *conformance.Scene) { expectDaemonTerminated(s, parentexit.InterruptGroup) },
})

var _ = group.Add(conformance.Behavior{
	ID: "exit-group-interrupt-status", Level: conformance.Extended, Program: parentexit.Program,
	Statement: "After an uncaught SIGINT to the process group, a parent SHOULD end as killed by SIGINT.",
	Sources:   []conformance.Source{uncaughtInterrupt()},
	Requires:  interruptible.And(diesOfInterrupt),
	Judge:     func(s *conformance.Scene) { expectStatus(s, parentexit.InterruptGroup, -2) },
})

var _ = group.Add(conformance.Behavior{
	ID: "exit-group-interrupt-spares-server", Level: conformance.Extended, Program: parentexit.Program, Methods: []string{conformance.Forkserver},
	Statement: "A SIGINT to the process group SHOULD NOT end the server.",
	Sources:   []conformance.Source{interruptedServer()},
	Requires:  interruptible,
	Judge: func(s *conformance.Scene) {
		p := parentexit.Find(s, parentexit.InterruptGroup)
		table := s.Table("survivors")
		s.Check(table.Alive(p.Child.PPID), "the server must be alive after the interrupt", "it is not")
		s.Expect(table.Parent(p.Child.PID), "the parent of the child in the process table").To(gomega.Equal(p.Child.PPID))
	},
})
