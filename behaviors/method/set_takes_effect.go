package method

import (
	"fmt"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "method-set-takes-effect", Level: conformance.Core, Program: program,
	Statement: "After set_start_method(), a child MUST be started by that method.",
	Sources:   []conformance.Source{source.Function("set_start_method"), source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		child, table, main := s.Event("enter", "child"), s.Table("started"), s.MainPID()
		if !table.Alive(child.PID) {
			s.Stop("the process table must have the child", "it does not")
		}
		parentIsMain := table.Parent(child.PID) == main || table.Launcher(main, child.PID) != 0
		// Only a forked child sees what the main process changed, and only a server's child has another parent.
		switch s.Method {
		case conformance.Fork:
			expectVariable(s, child, "changed by main")
			s.Check(parentIsMain, "the parent of a forked child must be the main process", fmt.Sprintf("it is process %d", table.Parent(child.PID)))
		case conformance.Spawn:
			expectVariable(s, child, "as imported")
			s.Check(parentIsMain, "the parent of a spawned child must be the main process", fmt.Sprintf("it is process %d", table.Parent(child.PID)))
		case conformance.Forkserver:
			expectVariable(s, child, "as imported")
			s.Check(table.Parent(child.PID) != main, "the parent of a server's child must not be the main process", "it is")
			server := table.Parent(child.PID)
			s.Check(server == main || table.Parent(server) == main, "the server must be a child of the main process", fmt.Sprintf("it is a child of process %d", table.Parent(server)))
		}
	},
})

// expectVariable checks the value that a variable of the main module has in the child.
func expectVariable(s *conformance.Scene, child conformance.Event, want string) {
	s.Expect(child.Data["args"], "the variable of the main module in the child").To(gomega.Equal([]any{want}))
}

var _ = group.Add(conformance.Behavior{
	ID: "method-set-takes-effect-as-reported", Level: conformance.Core, Program: program,
	Statement: "After set_start_method(), get_start_method() MUST return that method in the main process and in its children.",
	Sources:   []conformance.Source{source.Function("set_start_method"), source.Function("get_start_method")},
	Judge: func(s *conformance.Scene) {
		for _, role := range []string{conformance.Main, "child"} {
			s.Expect(s.Event("method", role).Data["method"], "the start method in %s", role).To(gomega.Equal(s.Method))
		}
	},
})
