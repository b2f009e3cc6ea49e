package method

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "method-default-listed-first", Level: conformance.Core, Program: program,
	Statement: "get_all_start_methods() MUST return the default first.",
	Sources:   []conformance.Source{source.Function("get_all_start_methods")},
	Judge: func(s *conformance.Scene) {
		methods, _ := s.Event("methods", conformance.Main).Data["methods"].([]any)
		if len(methods) == 0 {
			s.Stop("the list of all start methods must not be empty", "it is")
		}
		s.Check(methods[0] == s.Implementation.Default, "the list of all start methods must begin with the default, "+s.Implementation.Default,
			"it is "+conformance.Words(methods))
		for _, name := range methods[1:] {
			text, isText := name.(string)
			s.Check(isText && text != "", "every start method in the list must have a name", "the list is "+conformance.Words(methods))
		}
	},
})
