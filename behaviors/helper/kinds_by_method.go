package helper

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "helper-kinds-by-method", Level: conformance.Core, Program: program,
	Methods:   []string{conformance.Spawn, conformance.Fork, conformance.Forkserver},
	Statement: "While a child runs, the helper processes on POSIX MUST be a resource tracker under spawn, a resource tracker and a server under forkserver, and none under fork.",
	Sources:   []conformance.Source{source.StartMethods()},
	Requires:  conformance.Multiprocessing,
	Judge: func(s *conformance.Scene) {
		want := map[string]int{conformance.Spawn: 1, conformance.Forkserver: 2}[s.Method]
		if s.OnWindows() {
			want = 0
		}
		helpers := s.Helpers("first")
		s.Check(len(helpers) == want, fmt.Sprintf("the number of helper processes must be %d", want),
			fmt.Sprintf("it is %d: %s", len(helpers), conformance.ProcessNames(helpers)))
	},
})
