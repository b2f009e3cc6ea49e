package obstacle

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "obstacle-failing-pool", Level: conformance.Extended, Program: program,
	Statement: "If a worker of a pool cannot be started, Pool() SHOULD leave no other worker behind.",
	Sources: []conformance.Source{{
		Text: "CPython bpo-19675: Pool() leaves workers behind if it fails",
		URL:  "https://bugs.python.org/issue19675",
	}},
	Judge: func(s *conformance.Scene) { s.Returned(conformance.Main, "failing pool", 0) },
})
