package thread

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-target-runs-in-main-thread", Level: conformance.Extended, Program: program,
	Statement: "The target SHOULD run in the main thread of the child, whichever thread called start().",
	Sources:   []conformance.Source{source.Library("threading.main_thread()", "threading", "threading.main_thread")},
	Judge: func(s *conformance.Scene) {
		for _, role := range []string{several, orphaned} {
			s.Expect(threads(s, role, "is_main").Data["is_main"], "whether the target of %s runs in the main thread", role).To(gomega.Equal(true))
		}
	},
})
