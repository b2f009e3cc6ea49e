package concurrency

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "concurrency-children-run-together", Level: conformance.Core, Program: program,
	Statement: "Two children that were started MUST run at the same time, while their parent runs.",
	Sources:   []conformance.Source{source.Process("start")},
	Judge: func(s *conformance.Scene) {
		main, children, table := s.MainPID(), s.Children("sing", "dance"), s.Table("together")
		s.Check(table.Alive(main), fmt.Sprintf("the main process, %d, must be alive while both children wait", main), "it is not")
		for _, child := range children {
			s.Check(table.Alive(child.PID), fmt.Sprintf("%s, process %d, must be alive while both children wait", child.Role, child.PID), "it is not")
		}
	},
})
