package inherit

import (
	"fmt"
	"slices"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-argv-during-main-import", Level: conformance.Observation, Program: program, Methods: conformance.ImportingMain(),
	Statement: "Which arguments the main module sees when it is imported for a child.",
	Sources:   []conformance.Source{source.Line("3.14.10", "Lib/multiprocessing/forkserver.py", 187)},
	Observe: func(s *conformance.Scene) string {
		return observe(func(_ *conformance.Scene, first, later state) string {
			return fmt.Sprintf("first: %s; later: %s", argumentsOf(first, first), argumentsOf(later, first))
		})(s)
	},
})

// argumentsOf describes which arguments the main module saw in a child.
func argumentsOf(st, first state) string {
	seen, _ := st.child.Data["command_line"].([]any)
	if len(seen) <= 1 {
		return "none"
	}
	for _, candidate := range []struct {
		state
		name string
	}{{st, "those of the main process"}, {first, "those of the first start"}} {
		if arguments, _ := candidate.main.Data["arguments"].([]any); slices.Equal(seen[1:], arguments) {
			return candidate.name
		}
	}
	return "others"
}
