// Package start holds the behaviors of start() that concern the main process: what it leaves unchanged, and which hooks it runs.
package start

import (
	"fmt"
	"slices"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var group = conformance.NewGroup("start", 155, "what start() does to the main process")

const program = "start-effects"

// starts returns the children that main starts, one after the other.
func starts() []string { return []string{"first", "second"} }

// effects returns what main reports about a start. It ends the judge if there is nothing to report about the field.
func effects(s *conformance.Scene, role, field string) map[string]any {
	value := s.Accepted(conformance.Main, "changes "+role)
	seen, reported := value.(map[string]any)
	if !reported {
		s.Stop("main must report what the start of "+role+" changes", "it reported "+conformance.Words(value))
	}
	reasons, _ := seen["absent"].(map[string]any)
	if reason, absent := reasons[field].(string); absent {
		s.Absent("%s", reason)
	}
	return seen
}

// expectKept checks that no start changes a field of the state of main.
func expectKept(s *conformance.Scene, field, name string) {
	for _, role := range starts() {
		seen := effects(s, role, field)
		for _, moment := range []struct{ name, words string }{{"started", "start()"}, {"joined", "start(), join() and close()"}} {
			changed, reported := seen[moment.name].([]any)
			if !reported {
				s.Stop("main must report what "+moment.words+" of "+role+" changes", "it did not")
			}
			s.Check(!slices.Contains(changed, any(field)), fmt.Sprintf("%s of %s must not change %s of the main process", moment.words, role, name), "it did")
		}
	}
}

func starting() conformance.Source { return source.Process("start") }

func registerAtFork() conformance.Source {
	return source.Library("os.register_at_fork(), new in 3.7", "os", "os.register_at_fork")
}
