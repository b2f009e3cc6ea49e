package daemon

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/stage"
)

var _ = group.Add(conformance.Behavior{
	ID: "daemon-terminated-at-exit", Level: conformance.Core, Program: program,
	Statement: "When the main process ends, it MUST attempt to terminate its daemonic child.",
	Sources:   []conformance.Source{source.Process("daemon")},
	Judge: func(s *conformance.Scene) {
		daemon := s.Event("enter", "daemon")
		_, left := s.First("leave", "daemon")
		s.Check(!left, "the target of the daemon must not reach its end", "it did")
		for _, e := range s.Events("end-noticed", "") {
			if e.Text("role") == "daemon" {
				if last, reported := s.First("last", conformance.Main); reported {
					s.ExpectBefore(last, e)
				}
				break
			}
		}
		s.Check(!s.Table(stage.PointExit).Alive(daemon.PID), "the daemon must not be alive after the main process has ended", "it is")
	},
})
