package args

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "args-list-or-tuple-accepted", Level: conformance.Core, Program: lifecycle,
	Statement: "Process() MUST accept args as a list as well as a tuple.",
	Sources:   []conformance.Source{source.ProcessClass()},
	Judge: func(s *conformance.Scene) {
		list, _ := s.Event("enter", observed).Data["args"].([]any)
		first, isList := any(nil), len(list) == 1
		if isList {
			first = list[0]
		}
		s.Check(isList && contains(first, "as made"), "the child must receive the one element of the list args", "it received "+conformance.Words(list))
		s.Expect(s.Event("enter", "named").Data["args"], "what the child received from a tuple").To(gomega.Equal([]any{"in a tuple"}))
	},
})

// contains reports whether a value is a list with an element.
func contains(value any, element string) bool {
	list, _ := value.([]any)
	for _, one := range list {
		if one == element {
			return true
		}
	}
	return false
}
