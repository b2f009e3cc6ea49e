package obstacle

import (
	"strings"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "obstacle-profiler", Level: conformance.Extended, Program: program,
	Statement: "A program that runs under python -m cProfile SHOULD be able to start a child whose target is in the main module.",
	Sources:   []conformance.Source{issue("140729", "a script under cProfile cannot start processes")},
	Judge: func(s *conformance.Scene) {
		value, _ := s.Accepted(conformance.Main, "under profiler").(map[string]any)
		if _, entered := s.First("enter", "profiled child"); entered {
			return
		}
		var errors []string
		for _, one := range asList(value["errors"]) {
			errors = append(errors, conformance.Words(one))
		}
		s.Fail("the child of a program under a profiler must run its target", "it did not; the program printed these errors: "+strings.Join(errors, ", "))
	},
})

func asList(value any) []any {
	list, _ := value.([]any)
	return list
}
