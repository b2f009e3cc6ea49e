package inherit

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-log-level", Level: conformance.Extended, Program: program,
	Statement: "The level of the module's logger SHOULD be the same in a child as in the main process.",
	Sources:   []conformance.Source{source.Docs("Logging", "logging")},
	Judge: func(s *conformance.Scene) {
		for _, st := range states(s) {
			st.requireField(s, "log_level")
			if st.main.Data["log_level"] == nil {
				s.Absent("the module has no logger")
			}
			st.expectSame(s, "log_level")
		}
	},
})
