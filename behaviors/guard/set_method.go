package guard

import (
	"strings"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "guard-set-method-error", Level: conformance.Core, Program: unguardedSetMethod, Methods: conformance.ImportingMain(),
	Statement: "If the main module calls set_start_method() without a main guard, a process that imports it MUST raise a RuntimeError.",
	Sources:   []conformance.Source{source.Function("set_start_method"), source.SpawnGuidelines()},
	Judge: func(s *conformance.Scene) {
		for _, e := range childErrors(s) {
			s.Expect(e.ErrorTypes(), "the error class of process %d", e.PID).To(gomega.ContainElement("RuntimeError"))
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "guard-set-method-targets-never-run", Level: conformance.Core, Program: unguardedSetMethod, Methods: conformance.ImportingMain(),
	Statement: "If the main module calls set_start_method() without a main guard, the targets of the children MUST NOT run.",
	Sources:   []conformance.Source{source.Function("set_start_method"), source.SpawnGuidelines()},
	Judge:     func(s *conformance.Scene) { expectTargetsNeverRan(s) },
})

var _ = group.Add(conformance.Behavior{
	ID: "guard-set-method-message", Level: conformance.Observation, Program: unguardedSetMethod, Methods: conformance.ImportingMain(),
	Statement: "What the error says if the main module calls set_start_method() without a main guard: that the context is already set, or that the bootstrapping phase is not finished.",
	Sources:   []conformance.Source{source.Undocumented("which of the two errors a child raises")},
	Observe: func(s *conformance.Scene) string {
		var alreadySet, bootstrapping bool
		main := s.MainPID()
		for _, e := range s.Events("error", "") {
			if e.PID != main {
				alreadySet = alreadySet || strings.Contains(e.Text("message"), "already")
				bootstrapping = bootstrapping || strings.Contains(e.Text("message"), "bootstrapping")
			}
		}
		switch {
		case alreadySet && bootstrapping:
			return "both"
		case alreadySet:
			return "the context is already set"
		case bootstrapping:
			return "the bootstrapping phase"
		}
		return "neither"
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "guard-set-method-fork-unaffected", Level: conformance.Core, Program: unguardedSetMethod, Methods: []string{conformance.Fork},
	Statement: "Under fork, a program that calls set_start_method() without a main guard MUST work.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge:     func(s *conformance.Scene) { expectProgramWorks(s) },
})
