package thread

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-started-from-other-thread", Level: conformance.Core, Program: program,
	Statement: "A child that was started by a thread other than the main thread MUST outlive that thread.",
	Sources:   []conformance.Source{source.ProcessClass(), source.Process("daemon")},
	Judge: func(s *conformance.Scene) {
		child, table := s.Event("enter", orphaned), s.Table(orphaned)
		s.Event("leave", orphaned)
		s.Check(table.Alive(child.PID), "the child must be alive after its thread has ended", "it is not")
		if s.Method == conformance.Forkserver {
			return // the parent of the child is the server
		}
		if main := s.MainPID(); table.Launcher(main, child.PID) == 0 {
			s.Expect(table.Parent(child.PID), "the parent of the child").To(gomega.Equal(main))
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "thread-started-from-other-thread-joined-at-exit", Level: conformance.Core, Program: program,
	Statement: "When it ends, the main process MUST wait for a child that was started by a thread other than the main thread.",
	Sources:   []conformance.Source{source.ProcessClass(), source.Process("daemon")},
	Judge: func(s *conformance.Scene) {
		s.Expect(s.ExitCode(conformance.Main, orphaned), "the exit code of the child").To(gomega.Equal(0))
	},
})
