package executor

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "executor-tracker-prints-no-error", Level: conformance.Extended, Program: program,
	Since:     "3.7",
	Statement: "The resource tracker SHOULD print no traceback while a program uses executors.",
	Sources: []conformance.Source{{
		Text: "loky issue 459: the resource tracker prints errors on CPython 3.13.7",
		URL:  "https://github.com/joblib/loky/issues/459",
	}},
	Judge: func(s *conformance.Scene) {
		s.Expect(s.Stderr, "standard error").NotTo(gomega.MatchRegexp(`File "[^"]*resource_tracker[.]py", line`))
	},
})
