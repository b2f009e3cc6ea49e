package inherit

import (
	"fmt"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-ignored-and-blocked-signals", Level: conformance.Observation, Program: program, Methods: conformance.ImportingMain(), Requires: conformance.POSIX,
	Statement: "What children do with signals that the main process ignores or blocks.",
	Sources: []conformance.Source{{
		Text: "CPython 3.14 documentation, subprocess, restore_signals: others stay ignored",
		URL:  "https://docs.python.org/3.14/library/subprocess.html#subprocess.Popen",
	}},
	Observe: func(s *conformance.Scene) string {
		return observe(func(_ *conformance.Scene, first, later state) string {
			return fmt.Sprintf("ignored: %s; blocked: %s; ignored before the later start: %s",
				actionOf(first.child, "ignored"), actionOf(first.child, "blocked"), actionOf(later.child, "ignored later"))
		})(s)
	},
})
