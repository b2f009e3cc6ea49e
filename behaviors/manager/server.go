package manager

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "manager-server-uses-given-context", Level: conformance.Core, Program: program,
	Statement: "A manager MUST start its server with the context that it was given.",
	Sources:   []conformance.Source{class(), source.StartMethods()},
	Judge:     func(s *conformance.Scene) { worker.ExpectStartedBy(s, "manager", s.Method) },
})

var _ = group.Add(conformance.Behavior{
	ID: "manager-server-runs-initializer", Level: conformance.Core, Program: program,
	Statement: "The server of a manager MUST call the initializer with initargs.",
	Sources:   []conformance.Source{start()},
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "start manager")
		got := worker.Described(s, "manager").Arguments
		s.Check(conformance.SameValue(got, []any{"given", 7.0}), `the initializer must receive "given" and 7`, "it received "+conformance.Words(got))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "manager-server-ignores-interrupt", Level: conformance.Observation, Program: program,
	Statement: "Whether the server of a manager ignores SIGINT, so that Ctrl-C does not end it before its clients.",
	Sources: []conformance.Source{
		{Text: "server process of shared_memory shuts down if KeyboardInterrupt", URL: "https://github.com/python/cpython/issues/80549"},
	},
	Observe: func(s *conformance.Scene) string { return fmt.Sprint(worker.Described(s, "manager").IgnoresInterrupt) },
})

var _ = group.Add(conformance.Behavior{
	ID: "manager-server-name", Level: conformance.Observation, Program: program,
	Statement: "How the server process of a manager is named, without its number.",
	Sources:   []conformance.Source{source.Undocumented("the name is made of the class of the manager")},
	Observe:   func(s *conformance.Scene) string { return s.Outcome("manager name", conformance.Words) },
})
