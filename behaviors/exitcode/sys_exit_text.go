package exitcode

import (
	"slices"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-sys-exit-text", Level: conformance.Extended, Program: program,
	Statement: "The exit code of a child that calls sys.exit() with a string SHOULD be 1.",
	Sources:   []conformance.Source{sysExit()},
	Judge:     func(s *conformance.Scene) { expectExitCode(s, "exit-text", 1) },
})

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-sys-exit-text-on-stderr", Level: conformance.Extended, Program: program,
	Statement: "A child that calls sys.exit() with a string SHOULD print the string on standard error.",
	Sources:   []conformance.Source{sysExit()},
	Judge: func(s *conformance.Scene) {
		if reason := s.AbsentReason(conformance.Main, "status exit-text"); reason != "" {
			s.Absent("%s", reason)
		}
		s.Expect(linesOf(s.StderrLines(), "the last song"), "the text on standard error").To(gomega.Equal([]string{"the last song"}))
	},
})

// linesOf returns those of some lines that are among the wanted ones.
func linesOf(lines []string, wanted ...string) []string {
	return slices.DeleteFunc(lines, func(line string) bool { return !slices.Contains(wanted, line) })
}
