package tracker

import (
	"fmt"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
)

func unprotected() conformance.Source {
	return conformance.Source{Text: "semaphore tracker isn't protected against crashes", URL: "https://github.com/python/cpython/issues/75491"}
}

var _ = group.Add(conformance.Behavior{
	ID: "tracker-replaced-after-kill", Level: conformance.Extended, Program: program, Methods: conformance.ImportingMain(),
	Statement: "The next start() after the resource tracker was killed SHOULD start another one.",
	Sources:   []conformance.Source{unprotected()},
	Requires:  conformance.POSIX,
	Judge: func(s *conformance.Scene) {
		s.Returned(conformance.Main, "replace tracker", true)
		before, after := s.Helpers("after"), s.Helpers("fourth")
		s.Check(len(after) == len(before), fmt.Sprintf("the number of helper processes must be %d again after they were killed", len(before)), fmt.Sprintf("it is %d", len(after)))
		for _, p := range after {
			for _, killed := range before {
				s.Check(p.PID != killed.PID, fmt.Sprintf("the killed helper process %d must not be alive", killed.PID), "it is")
			}
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "tracker-replaced-after-kill-warns", Level: conformance.Extended, Program: program, Methods: conformance.ImportingMain(),
	Statement: "The start of a resource tracker that replaces a killed one SHOULD print a warning.",
	Sources:   []conformance.Source{unprotected()},
	Requires:  conformance.POSIX,
	Judge: func(s *conformance.Scene) {
		s.Returned(conformance.Main, "replace tracker", true)
		// The words of the warning are the implementation's. Warnings about leaked objects do not get here.
		s.Expect(s.StderrLines(), "standard error").To(gomega.ContainElement(gomega.MatchRegexp(`\b\w*Warning\b`)))
	},
})
