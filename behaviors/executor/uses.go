package executor

import (
	"fmt"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "executor-uses-default-method", Level: conformance.Core, Program: program,
	Statement: "If no start method is set, an executor without a context MUST start its workers with the default start method.",
	Sources:   []conformance.Source{class(), source.StartMethods()},
	Judge:     func(s *conformance.Scene) { expectStartedBy(s, "default context", s.Implementation.Default) },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-uses-chosen-method", Level: conformance.Core, Program: program,
	Statement: "An executor without a context MUST start its workers with the start method that the program has set.",
	Sources:   []conformance.Source{class(), source.StartMethods()},
	Judge:     func(s *conformance.Scene) { expectStartedBy(s, "chosen context", s.Method) },
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-uses-given-context", Level: conformance.Core, Program: program,
	Statement: "An executor MUST start its workers with the context that it was given.",
	Sources:   []conformance.Source{class()},
	Judge: func(s *conformance.Scene) {
		expectStartedBy(s, "given context", s.Method)
		table, main := s.Table("workers"), s.MainPID()
		for _, what := range []string{"left", "right"} {
			w := describedBy(s, what)
			parent := table.Parent(w.pid)
			s.Check(parent != 0, fmt.Sprintf("the worker of the task %s must be in the process table", what), "it is not")
			if launcher := table.Launcher(main, w.pid); launcher != 0 && s.Method != conformance.Forkserver {
				parent = main
			}
			s.Expect(parent == main, "whether main is the parent of the worker of the task %s in the process table", what).
				To(gomega.Equal(s.Method != conformance.Forkserver))
		}
	},
})
