package thread

import (
	"fmt"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-foreign-thread-child-exitcode", Level: conformance.Core, Program: starts,
	Statement: "A child that a thread not made by threading starts MUST have exit code 0 when its target has returned.",
	Sources:   []conformance.Source{source.Process("exitcode"), issue(102512, "os.fork() in a foreign thread")},
	Judge: func(s *conformance.Scene) {
		for _, role := range foreign() {
			s.Event("leave", role)
			s.ExitCodeReported(role, 0)
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "thread-foreign-thread-child-main-thread", Level: conformance.Extended, Program: starts,
	Statement: "In a child that a thread not made by threading starts, threading.main_thread() SHOULD be the current thread, with the name MainThread.",
	Sources: []conformance.Source{
		source.Library("threading.main_thread()", "threading", "threading.main_thread"), issue(102512, "os.fork() in a foreign thread"),
	},
	Judge: func(s *conformance.Scene) {
		for _, role := range foreign() {
			e := s.Event("thread", role)
			s.Expect(e.Text("name"), "the name of the main thread of %s", role).To(gomega.Equal("MainThread"))
			s.Check(e.Data["is_main"] == true, fmt.Sprintf("the current thread of %s must be its main thread", role), "it is not")
		}
	},
})

// foreign returns the children that a foreign thread starts: one that threading does not know, and one that it knows because the
// thread has asked for itself.
func foreign() []string { return []string{"foreign", "known-foreign"} }

func issue(number int, title string) conformance.Source {
	return conformance.Source{
		Text: fmt.Sprintf("CPython issue %d: %s", number, title), URL: fmt.Sprintf("https://github.com/python/cpython/issues/%d", number),
	}
}
