package daemon

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "daemon-terminated-before-join", Level: conformance.Observation, Program: program,
	Statement: "Whether the main process terminates its daemonic child before or after it waits for the other child.",
	Sources: []conformance.Source{source.Process("daemon"), {
		Text: "util.py, _exit_function()", URL: "https://github.com/python/cpython/blob/v3.14.0/Lib/multiprocessing/util.py",
	}},
	Observe: func(s *conformance.Scene) string {
		noticed, wasNoticed := s.First("end-noticed", "child")
		left, hasLeft := s.First("leave", "child")
		_, exited := s.First("exit", conformance.Main)
		switch {
		case !hasLeft || !exited:
			return "not known"
		case wasNoticed && noticed.Index < left.Index:
			return "before"
		}
		return "afterwards, or not at all"
	},
})
