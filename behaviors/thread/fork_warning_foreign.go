package thread

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-fork-warning-foreign-thread", Level: conformance.Extended, Program: starts, Methods: []string{conformance.Fork},
	Statement: "Since Python 3.12, start() under fork SHOULD issue a DeprecationWarning if a thread runs that threading has not made.",
	Sources:   []conformance.Source{osFork(), source.StartMethods()},
	Requires: conformance.Multiprocessing.And(&conformance.Requirement{
		Met: func(i implementation.Implementation) bool {
			return i.Interpreter == "cpython" && conformance.VersionIn(i.Version, ">=3.12")
		},
		Reason: "before Python 3.12",
	}),
	Judge: func(s *conformance.Scene) {
		s.Expect(startWarnings(s, "warnings beside-foreign"), "the list of warnings of start()").
			To(gomega.ContainElement(gomega.HavePrefix("DeprecationWarning: ")))
	},
})

// startWarnings returns the warnings about threads that a start issued.
func startWarnings(s *conformance.Scene, what string) []string {
	list, _ := s.Accepted(conformance.Main, what).([]any)
	warnings := []string{}
	for _, one := range list {
		if text, isText := one.(string); isText {
			warnings = append(warnings, text)
		}
	}
	return warnings
}
