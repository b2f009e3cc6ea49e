package tracker

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "tracker-leak-warning", Level: conformance.Observation, Program: program,
	Statement: "What the resource tracker prints on standard error when it removes a leaked resource.",
	Sources:   []conformance.Source{source.Line("3.13.0", "Lib/multiprocessing/resource_tracker.py", 277)},
	Requires:  named,
	Observe: func(s *conformance.Scene) string {
		resources(s)
		return s.Outcome("all ended", func(value any) string {
			if printed, _ := value.(string); printed != "" {
				return printed
			}
			return "nothing"
		})
	},
})
