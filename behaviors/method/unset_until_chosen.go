package method

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "method-unset-until-chosen", Level: conformance.Core, Program: program,
	Statement: "get_start_method(allow_none=True) MUST return None until a start method is set.",
	Sources:   []conformance.Source{source.Function("get_start_method")},
	Judge:     func(s *conformance.Scene) { expectUnset(s, s.Event("methods", conformance.Main), "at the beginning") },
})

// expectUnset checks that an event reports that no start method is set.
func expectUnset(s *conformance.Scene, e conformance.Event, when string) {
	chosen, reported := e.Data["chosen"]
	if !reported {
		s.Stop("the main process must report which start method is set "+when, "it did not")
	}
	s.Check(chosen == nil, "no start method must be set "+when, "it is "+conformance.Words(chosen))
}
