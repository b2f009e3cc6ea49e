package thread

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-child-waits-for-its-threads", Level: conformance.Core, Program: program,
	Statement: "When its target has returned, a child MUST wait for its threads that are not daemons.",
	Sources: []conformance.Source{
		{Text: "What's New In Python 3.7, multiprocessing", URL: "https://docs.python.org/3.14/whatsnew/3.7.html#multiprocessing"},
		{Text: "CPython 3.14 documentation, threading, daemon threads", URL: "https://docs.python.org/3.14/library/threading.html#thread-objects"},
	},
	Requires: &conformance.Requirement{
		Met:    func(i implementation.Implementation) bool { return !conformance.PythonBefore("3.7", i) },
		Reason: "before Python 3.7",
	},
	Judge: func(s *conformance.Scene) {
		if reason := s.AbsentReason(conformance.Main, "start "+lingering); reason != "" {
			s.Absent("%s", reason)
		}
		s.ExpectBefore(s.FirstEvent("leave", lingering), s.FirstEvent("still-running", lingering))
		s.Expect(s.ExitCode(conformance.Main, lingering), "the exit code of the child that leaves a daemon thread").To(gomega.Equal(0))
	},
})
