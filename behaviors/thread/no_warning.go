package thread

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-no-warning-after-threads-end", Level: conformance.Extended, Program: starts,
	Statement: "start() SHOULD NOT issue a warning about threads when all other threads have ended.",
	Sources:   []conformance.Source{osFork()},
	Judge: func(s *conformance.Scene) {
		s.Expect(startWarnings(s, "warnings after-threads"), "the list of warnings of start()").To(gomega.BeEmpty())
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "thread-no-warning-if-hooks-stop-threads", Level: conformance.Extended, Program: starts, Methods: []string{conformance.Fork},
	Statement: "start() under fork SHOULD NOT issue a warning about threads if a hook of os.register_at_fork() stops the other threads before the fork.",
	Sources: []conformance.Source{
		osFork(), issue(137109, "the warning of os.fork() when a hook starts a thread again after the fork"),
	},
	Since: "3.7",
	Judge: func(s *conformance.Scene) {
		s.Expect(startWarnings(s, "warnings beside-stopped"), "the list of warnings of start()").To(gomega.BeEmpty())
	},
})
