package context

import (
	"fmt"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "context-methods-run-together", Level: conformance.Core, Program: program,
	Statement: "Children of all start methods MUST run at the same time in one program, each started by the method of its context.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		table, main := s.Table("together"), s.MainPID()
		for _, method := range s.Implementation.Methods {
			child := s.Event("enter", method)
			s.Check(table.Alive(child.PID), fmt.Sprintf("the child of %s must be alive together with the others", method), "it is not")
			parentIsMain := table.Parent(child.PID) == main || table.Launcher(main, child.PID) != 0
			variable, parent := "as imported", "must be"
			switch method {
			case conformance.Fork:
				variable = "changed by main"
			case conformance.Spawn:
			case conformance.Forkserver:
				parent, parentIsMain = "must not be", table.Parent(child.PID) != main
			default: // nothing is known of other methods
				continue
			}
			s.Expect(child.Data["args"], "the variable of the main module in the child of %s", method).To(gomega.Equal([]any{variable}))
			s.Check(parentIsMain, fmt.Sprintf("the parent of the child of %s %s the main process", method, parent),
				fmt.Sprintf("it is process %d", table.Parent(child.PID)))
		}
	},
})
