package pickle

import (
	"slices"
	"strings"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pickle-refusal-errors", Level: conformance.Observation, Program: program, Methods: conformance.ImportingMain(),
	Statement: "Which errors start() raises if something cannot be pickled.",
	Sources: []conformance.Source{{
		Text: "undocumented; ForkingPickler in CPython 3.12", URL: "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/reduction.py#L33-L60",
	}},
	Observe: func(s *conformance.Scene) string {
		var outcomes []string
		for _, role := range available(s, slices.Concat(localTargets(), unpicklableArguments(), []string{"process"})...) {
			outcome := s.Outcome("start "+role, func(any) string { return "works" })
			outcomes = append(outcomes, role+" "+strings.TrimPrefix(outcome, "refused: "))
		}
		return strings.Join(outcomes, ", ")
	},
})
