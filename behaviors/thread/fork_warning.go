package thread

import (
	"fmt"
	"strings"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-fork-warning", Level: conformance.Extended, Program: program, Methods: []string{conformance.Fork},
	Statement: "Under fork, start() SHOULD issue a DeprecationWarning if the main process has several threads.",
	Sources:   []conformance.Source{osFork(), source.StartMethods()},
	Requires: conformance.Multiprocessing.And(&conformance.Requirement{
		Met:    func(i implementation.Implementation) bool { return conformance.VersionIn(i.Version, ">=3.12") },
		Reason: "before Python 3.12",
	}),
	Judge: func(s *conformance.Scene) {
		s.Expect(warnings(s, several), "the list of warnings of start()").To(gomega.ContainElement(gomega.HavePrefix("DeprecationWarning: ")))
	},
})

// warnings returns the warnings about several threads that the start() of a child issued.
func warnings(s *conformance.Scene, child string) []string {
	found := s.EventsWhere(func(e conformance.Event) bool {
		return e.Event.Event == "warned" && e.Role == conformance.Main && e.Text("child") == child
	})
	if len(found) != 1 {
		s.Stop(fmt.Sprintf("main must report once which warnings the start() of %s issued", child), fmt.Sprintf("it reported it %d times", len(found)))
	}
	list, _ := found[0].Data["warnings"].([]any)
	var warnings []string
	for _, one := range list {
		if warning := fmt.Sprint(one); strings.Contains(warning, "multi-threaded") {
			warnings = append(warnings, warning)
		}
	}
	return warnings
}
