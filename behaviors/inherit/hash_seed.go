package inherit

import (
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-hash-seed", Level: conformance.Observation, Program: program,
	Statement: "Whether a string has the same hash in the main process and in its children.",
	Sources: []conformance.Source{{
		Text: "CPython 3.14 documentation, PYTHONHASHSEED", URL: "https://docs.python.org/3.14/using/cmdline.html#envvar-PYTHONHASHSEED",
	}},
	Observe: func(s *conformance.Scene) string {
		return observe(func(s *conformance.Scene, first, later state) string {
			first.requireField(s, "hash")
			switch {
			case equal(first.main, first.child, "hash") && equal(later.main, later.child, "hash"):
				return "that of the main process"
			case equal(first.child, later.child, "hash"):
				return "another one, the same in all children"
			}
			return "another one in each child"
		})(s)
	},
})
