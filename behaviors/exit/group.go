// Package exit holds the behaviors of a parent that ends: what it waits for, and with which exit status it ends.
package exit

import (
	"fmt"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

var group = conformance.NewGroup("exit", 70, "how the parent ends, and what it waits for")

// interruptible is met by systems that can interrupt one process or one process group.
var interruptible = &conformance.Requirement{
	Met:    func(i implementation.Implementation) bool { return i.Platform != "win32" },
	Reason: "on Windows, which interrupts all processes of a console at once",
}

func interruptedServer() conformance.Source {
	return conformance.Source{Text: "forkserver process should silence KeyboardInterrupt", URL: "https://github.com/python/cpython/issues/74371"}
}

func sigint() conformance.Source {
	return conformance.Source{Text: "CPython 3.14 documentation, signal.SIGINT", URL: "https://docs.python.org/3.14/library/signal.html#signal.SIGINT"}
}

// expectWaits checks that the main process of a sing-dance program waited for both children after its last statement.
func expectWaits(s *conformance.Scene) {
	main, children := s.MainPID(), s.Children("sing", "dance")
	last, exit := s.FirstEvent("last", conformance.Main), s.FirstEvent("exit", conformance.Main)
	after := s.Table(stage.PointExit)
	for _, child := range children {
		leave := s.FirstEvent("leave", child.Role)
		s.ExpectBefore(last, leave)
		s.ExpectBefore(leave, exit)
		s.Check(leave.Index < s.EventsAtExit, child.Role+" must end before the operating system reports the end of the main process", "it ended afterwards")
		s.Check(!after.Alive(child.PID), child.Role+" must not be alive after the main process has ended", "it is")
	}
	s.Check(s.Table("together").Alive(main), "the main process must be alive while its children run", "it is not")
}

// expectStatus checks the exit status of the parent that ends in a way.
func expectStatus(s *conformance.Scene, ending string, want int) {
	s.Expect(parentexit.Find(s, ending).Status, "%s: the exit status of the parent", ending).To(gomega.Equal(want))
}

// expectParentWaits checks that a parent was alive while its child ran, and ended after it.
func expectParentWaits(s *conformance.Scene, ending string) {
	p := parentexit.Find(s, ending)
	left := p.Left(s, p.Child)
	if ready, reported := s.First("ready", conformance.Main); reported { // the table below shows the same without it
		s.ExpectBefore(ready, left)
	}
	s.Check(left.Index < p.Ended.Index, "the parent must end after its child", "it ended before")
	s.Check(s.Table("survivors").Alive(p.Parent.PID), "the parent must be alive while its child runs", "it is not")
}

// expectDaemonTerminated checks that a parent terminated its daemonic child.
func expectDaemonTerminated(s *conformance.Scene, ending string) {
	p := parentexit.Find(s, ending)
	noticed := parentexit.Events(s, "end-noticed", conformance.Main, ending)
	before := ending + ": the daemon must end before its parent"
	s.Check(len(noticed) == 1, before, fmt.Sprintf("the main process noticed its end %d times", len(noticed)))
	for _, e := range noticed {
		s.Check(e.Index < p.Ended.Index, before, "the main process noticed its end afterwards")
	}
	_, left := parentexit.FirstOf(s, "leave", p.Daemon.PID)
	s.Check(!left, ending+": the target of the daemon must not reach its end", "it did")
}
