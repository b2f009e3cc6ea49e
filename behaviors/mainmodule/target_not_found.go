package mainmodule

import (
	"fmt"
	"strings"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-target-not-found", Level: conformance.Core, Program: program, Methods: conformance.ImportingMain(),
	Statement: "If a child cannot find its target in the main module, start() MUST raise an error, unless the child prints one and ends with an exit code other than 0.",
	Sources:   []conformance.Source{source.ImportableMain(), source.Process("exitcode")},
	Judge: func(s *conformance.Scene) {
		for _, origin := range origins() {
			errors, _ := printedErrors(s, origin)
			failed := 0 // children of which only an error on standard error is known
			for _, child := range []string{local, imported} {
				got := outcome(s, origin, child)
				if got != runs && refusal(s, origin, child) == "" {
					failed++
				}
				subject := fmt.Sprintf("the %s child of a main module from %s", child, origin)
				s.Check(!strings.HasPrefix(got, "enters"), subject+" must run its target completely or not start it", "it "+got)
				s.Check(got != "unknown", subject+" must run its target or fail with an error", "nothing is known about its end")
			}
			s.Check(len(errors) >= failed, fmt.Sprintf("the children of a main module from %s must print at least %d errors", origin, failed), fmt.Sprintf("they printed %d", len(errors)))
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-target-not-found-spares-main", Level: conformance.Core, Program: program, Methods: conformance.ImportingMain(),
	Statement: "If a child cannot find its target in the main module, the main process MUST still reach its end.",
	Sources:   []conformance.Source{source.ImportableMain(), source.Process("exitcode")},
	Judge: func(s *conformance.Scene) {
		for _, origin := range origins() {
			_, ended := printedErrors(s, origin)
			s.Check(ended, fmt.Sprintf("the main process from %s must end with exit status 0", origin), "it did not")
		}
	},
})
