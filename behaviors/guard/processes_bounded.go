package guard

import (
	"fmt"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "guard-processes-bounded", Level: conformance.Core, Program: unguarded, Methods: conformance.ImportingMain(),
	Statement: "Without a main guard, processes MUST NOT multiply: only the main process, its two children and, under forkserver, one server run the main module.",
	Sources:   []conformance.Source{source.SpawnGuidelines()},
	Judge: func(s *conformance.Scene) {
		ran := map[int]bool{}
		for _, e := range s.Events("body", "") {
			ran[e.PID] = true
		}
		s.Check(len(ran) > 0, "the main process must report that its body runs", "no process did")
		most := 3
		if s.Method == conformance.Forkserver {
			most++ // the server
		}
		s.Check(len(ran) <= most, fmt.Sprintf("at most %d processes must run the main module", most), fmt.Sprintf("%d did", len(ran)))
		s.Expect(len(s.Events("started", "")), "the number of children that were started").To(gomega.BeNumerically("<=", 2))
		s.ExpectNoSurvivors()
	},
})
