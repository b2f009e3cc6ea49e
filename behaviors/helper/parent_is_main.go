package helper

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "helper-parent-is-main", Level: conformance.Extended, Program: program,
	Statement: "The parent of each helper process SHOULD be the main process.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		helpers := s.Helpers("first")
		if len(helpers) == 0 {
			s.NothingToJudge(noHelpers)
		}
		main := s.MainPID()
		for _, p := range helpers {
			s.Check(p.PPID == main, fmt.Sprintf("the parent of helper process %d must be the main process, %d", p.PID, main), fmt.Sprintf("it is %d", p.PPID))
		}
	},
})
