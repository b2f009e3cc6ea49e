package start

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "start-leaves-no-descriptor", Level: conformance.Extended, Program: program,
	Since:     "3.7",
	Statement: "A second child SHOULD leave no descriptor open in the main process when it was joined and closed.",
	Sources:   []conformance.Source{source.Process("close")},
	Judge: func(s *conformance.Scene) {
		seen := effects(s, "second", "descriptors")
		more, reported := seen["more_descriptors"].(float64)
		switch {
		case !reported:
			s.Absent("the system does not list the descriptors of a process")
		case seen["closes"] != true:
			s.Absent("its processes have no close()")
		}
		s.Check(more == 0, "the main process must have as many descriptors as before the second start", fmt.Sprintf("it has %v more", more))
	},
})
