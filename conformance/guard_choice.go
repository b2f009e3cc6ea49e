package conformance

import (
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

const unguardedChoice = "sing-dance-unguarded-choice"

// unguardedChoiceBehaviors are about a program that chooses its start method without a main guard. What stops its
// children is another error than in guardBehaviors: the choice itself is refused.
func unguardedChoiceBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "guard-choice-error", Group: GroupGuard, Level: Core, Program: unguardedChoice, Methods: importing(),
			Statement: "Where a start method is chosen without a main guard, a process that imports the main module MUST raise a RuntimeError.",
			Sources:   []Source{setStartMethod(), spawnGuidelines()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				errors := errorsOutsideMain(r)
				g.Expect(errors).NotTo(gomega.BeEmpty(), "a process other than main must raise an error")
				for _, e := range errors {
					g.Expect(classes(e)).To(gomega.ContainElement("RuntimeError"), "the error of process %d", e.PID)
				}
			},
		},
		{
			ID: "guard-choice-targets", Group: GroupGuard, Level: Core, Program: unguardedChoice, Methods: importing(),
			Statement: "Where a start method is chosen without a main guard, the targets MUST NOT be run.",
			Sources:   []Source{setStartMethod(), spawnGuidelines()},
			Judge:     judgeTargetsUnrun,
		},
		{
			ID: "guard-choice-message", Group: GroupGuard, Level: Observation, Program: unguardedChoice, Methods: importing(),
			Statement: "Where a start method is chosen without a main guard, what the error speaks of: the choice, or the bootstrapping phase.",
			Sources:   []Source{{"undocumented", documentation}},
			Observe: func(r *stage.Recording) string {
				seen := map[string]bool{}
				for _, e := range errorsOutsideMain(r) {
					seen["bootstrapping"] = seen["bootstrapping"] || strings.Contains(text(e, "message"), "bootstrapping")
					seen["choice"] = seen["choice"] || strings.Contains(text(e, "message"), "already")
				}
				switch {
				case seen["choice"] && seen["bootstrapping"]:
					return "both"
				case seen["choice"]:
					return "the choice"
				case seen["bootstrapping"]:
					return "the bootstrapping phase"
				}
				return "neither"
			},
		},
		{
			ID: "guard-choice-fork", Group: GroupGuard, Level: Core, Program: unguardedChoice, Methods: []string{fork},
			Statement: "Under fork a program that chooses its start method without a main guard MUST simply work.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge:     judgeWorks,
		},
	}
}
