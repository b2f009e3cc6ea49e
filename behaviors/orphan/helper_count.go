package orphan

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "orphan-helper-count", Level: conformance.Observation, Program: parentexit.Program,
	Statement: "How many helper processes run for each parent while its child runs.",
	Sources:   []conformance.Source{source.StartMethods()},
	Observe: func(s *conformance.Scene) string {
		helpers, parents := len(s.Helpers("survivors")), len(s.Events("enter", "parent"))
		switch {
		case parents == 0:
			return "not observed: no parent entered"
		case helpers%parents == 0:
			return fmt.Sprintf("%d for each parent", helpers/parents)
		}
		return fmt.Sprintf("%d for %d parents", helpers, parents)
	},
})
