package thread

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-target-runs-in-main-thread", Level: conformance.Extended, Program: program,
	Statement: "The target SHOULD run in the main thread of the child, whichever thread called start().",
	Sources:   []conformance.Source{source.Library("threading.main_thread()", "threading", "threading.main_thread")},
	Judge: func(s *conformance.Scene) {
		for _, role := range []string{several, orphaned} {
			e := threads(s, role, "is_main")
			s.Check(e.Data["is_main"] == true, "the target of "+role+" must run in the main thread", "it does not")
		}
	},
})
