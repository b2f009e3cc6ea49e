package thread

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-unstarted-thread-starts-in-child", Level: conformance.Extended, Program: starts, Methods: []string{conformance.Fork},
	Statement: "Under fork, a child SHOULD be able to start a thread that the main process has made and not started.",
	Sources:   []conformance.Source{source.StartMethods(), issue(134381, "a thread that is made before a fork and started after it")},
	Judge: func(s *conformance.Scene) {
		s.Event("enter", "thread-starting")
		s.Check(len(s.Events("attempt", "thread-starting")) == 1, "the child must get past the start of the thread", "it did not")
		s.Expect(s.Accepted("thread-starting", "unstarted thread"), "what the thread has appended").To(gomega.Equal([]any{"ran"}))
	},
})
