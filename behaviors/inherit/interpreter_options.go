package inherit

import (
	"slices"
	"strings"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-interpreter-options", Level: conformance.Observation, Program: program,
	Statement: "Which interpreter options, given by -X, a child takes from the main process.",
	Sources:   []conformance.Source{{Text: "CPython issue 146004", URL: "https://github.com/python/cpython/issues/146004"}},
	Observe: func(s *conformance.Scene) string {
		if reason := s.AbsentReason(conformance.Main, "flags flagged"); reason != "" {
			s.Absent("%s", reason)
		}
		list, _ := s.FirstEvent("flags", "flagged child").Data["options"].([]any)
		var names []string
		for _, one := range list {
			if name, isText := one.(string); isText {
				names = append(names, name)
			}
		}
		if len(names) == 0 {
			return "none"
		}
		slices.Sort(names)
		return strings.Join(names, ", ")
	},
})
