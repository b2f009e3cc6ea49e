package atexit

import (
	"strings"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "atexit-cannot-change-exitcode", Level: conformance.Extended, Program: program,
	Statement: "An exit handler SHOULD NOT change the exit code of a child by calling sys.exit().",
	Sources:   []conformance.Source{atexit(), source.Process("exitcode")},
	Judge: func(s *conformance.Scene) {
		requireHandlersAtExit(s, "third")
		if !ranExitHandler(s, "third") {
			s.NothingToJudge("the child does not run its exit handlers, so they cannot change its exit code")
		}
		for _, e := range s.Events("joined", conformance.Main) {
			if e.Text("child") == "third" {
				s.Expect(e.Data["exitcode"], "the exit code of the child").To(gomega.Equal(0.0))
				return
			}
		}
		s.Stop("the main process must join the child", "it did not")
	},
})

// ranExitHandler reports whether a child ran its exit handlers: one that reports it, or one whose SystemExit is on standard error.
func ranExitHandler(s *conformance.Scene, role string) bool {
	for _, e := range s.Events("enter", role) {
		if len(handlers(s, e.PID)) > 0 {
			return true
		}
	}
	return strings.Contains(s.Stderr, "SystemExit: 9")
}
