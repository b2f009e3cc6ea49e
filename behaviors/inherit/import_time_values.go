package inherit

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-import-time-values", Level: conformance.Core, Program: program, Methods: []string{conformance.Fork},
	Statement: "Under fork, a child MUST have the value that the main process created while importing the main module.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		for _, st := range states(s) {
			same := equal(st.main, st.child, "stamp")
			s.Check(same, fmt.Sprintf("the %s child must have the value of the main process", st.role), "it has "+conformance.Words(st.child.Data["stamp"]))
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "inherit-import-time-values-created-again", Level: conformance.Extended, Program: program, NotUnder: []string{conformance.Fork},
	Statement: "Except under fork, a value that the main module creates when it is imported SHOULD be created again for a child.",
	Sources:   []conformance.Source{source.StartMethods(), source.SpawnGuidelines()},
	Judge: func(s *conformance.Scene) {
		for _, st := range states(s) {
			s.Check(st.child.Data["stamp"] != nil, fmt.Sprintf("the %s child must have the value", st.role), "it has none")
			s.Check(!equal(st.main, st.child, "stamp"), fmt.Sprintf("the %s child must have another value than the main process", st.role), "it has the same")
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "inherit-import-time-values-shared", Level: conformance.Observation, Program: program, Methods: conformance.ImportingMain(),
	Statement: "Whether two children share a value that the main module creates when it is imported, as they do if a server has imported it.",
	Sources:   []conformance.Source{{Text: "CPython issue 126631", URL: "https://github.com/python/cpython/issues/126631"}},
	Observe: func(s *conformance.Scene) string {
		return observe(func(_ *conformance.Scene, first, later state) string {
			if equal(first.child, later.child, "stamp") {
				return "shared"
			}
			return "each its own"
		})(s)
	},
})
