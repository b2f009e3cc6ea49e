package pickle

import (
	"fmt"
	"slices"
	"strings"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/processstate"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pickle-refused-start-leaves-process-unstarted", Level: conformance.Extended, Program: program, Methods: conformance.ImportingMain(),
	Statement: "After start() has raised an error, a process SHOULD be as before: without a pid and an exitcode, and not alive.",
	Sources:   []conformance.Source{source.Process("pid"), source.Process("exitcode")},
	Judge: func(s *conformance.Scene) {
		s.Refused(conformance.Main, "start lambda")
		processstate.Expect(s, "refused", nil, nil, false)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "pickle-refused-start-can-be-repeated", Level: conformance.Extended, Program: program, Methods: conformance.ImportingMain(),
	Statement: "If start() has raised an error because of an attribute of the process, start() SHOULD succeed after the attribute was replaced.",
	Sources:   []conformance.Source{picklability(), source.Process("start")},
	Judge: func(s *conformance.Scene) {
		s.Refused(conformance.Main, "start with unpicklable attribute")
		s.Accepted(conformance.Main, "start with replaced attribute")
		s.ExitCodeReported("replaced-attribute", 0)
		s.Expect(s.Event("enter", "replaced-attribute").Data["args"], "the attribute in the child").To(gomega.Equal([]any{"a picklable attribute"}))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "pickle-refused-start-leaves-no-process", Level: conformance.Extended, Program: program, Methods: conformance.ImportingMain(),
	Statement: "start() SHOULD NOT leave a process behind when it raises an error.",
	Sources: []conformance.Source{{
		Text: "CPython 3.12, Popen in popen_spawn_posix.py",
		URL:  "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/popen_spawn_posix.py#L38-L48",
	}},
	Requires: &conformance.Requirement{
		Met:    conformance.POSIX.Met,
		Reason: "on Windows, where the process starts before anything is pickled, and ends by itself",
	},
	Judge: func(s *conformance.Scene) {
		before, after := s.Table("before").PIDs(), s.Table("after").PIDs()
		requireRefusedStart(s)
		for _, pid := range after {
			s.Check(slices.Contains(before, pid), "no process must be new after start() has raised errors", fmt.Sprintf("process %d is new", pid))
		}
	},
})

// requireRefusedStart makes the result absent if every start between the two process tables succeeded.
func requireRefusedStart(s *conformance.Scene) {
	available(s, slices.Concat(localTargets(), unpicklableArguments())...)
	for _, e := range s.Events("attempt", conformance.Main) {
		role, starts := strings.CutPrefix(e.Text("what"), "start ")
		if starts && slices.Contains(slices.Concat(localTargets(), unpicklableArguments()), role) && e.Data["refused"] == true {
			return
		}
	}
	s.NothingToJudge("no start was refused")
}
