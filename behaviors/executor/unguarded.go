package executor

import (
	"fmt"
	"slices"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "executor-unguarded-task-never-runs", Level: conformance.Core, Program: exits, Methods: conformance.ImportingMain(),
	Statement: "Without a main guard, a task of an executor MUST NOT run.",
	Sources:   []conformance.Source{section(), source.SpawnGuidelines()},
	Since:     "3.7",
	Judge: func(s *conformance.Scene) {
		s.FirstEvent("body", "unguarded")
		s.Expect(len(doneTasks(s, "unguarded")), "the number of tasks that ran").To(gomega.Equal(0))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-unguarded-main-ends", Level: conformance.Extended, Program: exits, Methods: conformance.ImportingMain(),
	Statement: "Without a main guard, the main process SHOULD end by itself, with exit status 1.",
	Sources:   []conformance.Source{section(), source.SpawnGuidelines()},
	Since:     "3.7",
	Judge: func(s *conformance.Scene) {
		_, code := worker.EndOf(s, "unguarded")
		s.Expect(code, "the exit status of the main process without a main guard").To(gomega.Equal(1))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-unguarded-raises-broken-pool", Level: conformance.Extended, Program: exits, Methods: conformance.ImportingMain(),
	Statement: "Without a main guard, the result of a task SHOULD raise BrokenProcessPool in the main process.",
	Sources:   []conformance.Source{futures("process.BrokenProcessPool"), source.SpawnGuidelines()},
	Since:     "3.7",
	Judge: func(s *conformance.Scene) {
		e := s.Event("error", "unguarded")
		s.Check(slices.Contains(e.ErrorTypes(), brokenPool), "the main process without a main guard must raise "+brokenPool,
			fmt.Sprintf("it raised %s: %s", conformance.Words(e.ErrorTypes()), e.Text("message")))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "executor-unguarded-works-under-fork", Level: conformance.Extended, Program: exits, Methods: []string{conformance.Fork},
	Statement: "Under fork, an executor SHOULD run tasks without a main guard.",
	Sources:   []conformance.Source{source.StartMethods()},
	Since:     "3.7",
	Judge: func(s *conformance.Scene) {
		_, code := worker.EndOf(s, "unguarded")
		s.Expect(code, "the exit status of the main process without a main guard").To(gomega.Equal(0))
		s.Expect(len(doneTasks(s, "unguarded")), "the number of tasks that ran").To(gomega.Equal(1))
	},
})
