// Package exitcode holds the behaviors of the exit codes of children.
package exitcode

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var group = conformance.NewGroup("exitcode", 90, "the exit codes of children")

const program = "exit-codes"

// expectExitCode checks that a child reached its target, did not reach the end of it, and has an exit code. Otherwise the exit code
// would say nothing.
func expectExitCode(s *conformance.Scene, role string, want int) {
	s.ExitCodeReported(role, want)
	s.Event("enter", role)
	_, left := s.First("leave", role)
	s.Check(!left, "the target of "+role+" must not return", "it did")
}

// isAbsent reports whether the implementation has no child of a role.
func isAbsent(s *conformance.Scene, role string) bool {
	return s.AbsentReason(conformance.Main, "status "+role) != ""
}

// describe describes an exit code for an observation.
func describe(code any) string {
	switch code {
	case nil:
		return "no exit code"
	case float64(1 << 40):
		return "the number unchanged"
	}
	return fmt.Sprintf("exit code %v", code)
}

func sysExit() conformance.Source { return source.Library("sys.exit()", "sys", "sys.exit") }
