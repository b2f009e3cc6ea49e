package concurrency

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "concurrency-children-run-together", Level: conformance.Core, Program: program,
	Statement: "Two children that were started MUST run at the same time.",
	Sources:   []conformance.Source{source.Docs("Introduction", "introduction"), source.Process("start")},
	Judge: func(s *conformance.Scene) {
		children, table := s.Children("sing", "dance"), s.Table("together")
		for _, child := range children {
			s.Check(table.Alive(child.PID), fmt.Sprintf("%s, process %d, must be alive while both children wait", child.Role, child.PID), "it is not")
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "concurrency-children-run-together-with-main", Level: conformance.Core, Program: program,
	Statement: "The main process MUST run while its children run.",
	Sources:   []conformance.Source{source.Docs("Introduction", "introduction"), source.Process("start")},
	Judge: func(s *conformance.Scene) {
		main := s.MainPID()
		s.Children("sing", "dance")
		table := s.Table("together")
		s.Check(table.Alive(main), fmt.Sprintf("the main process, %d, must be alive while both children wait", main), "it is not")
	},
})
