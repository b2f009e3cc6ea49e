package helper

import (
	"slices"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "helper-outlives-children", Level: conformance.Extended, Program: program,
	Statement: "The helper processes SHOULD be the same after one child has ended and another was terminated.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		before, after := s.Helpers("first"), s.Helpers("after")
		if len(before)+len(after) == 0 {
			s.NothingToJudge(noHelpers)
		}
		slices.SortFunc(before, byPID)
		slices.SortFunc(after, byPID)
		s.Check(slices.Equal(pids(before), pids(after)), "the helper processes after two children must still be "+namesOrNone(before),
			"they are "+namesOrNone(after))
	},
})
