package thread

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-held-logging-lock-in-child", Level: conformance.Observation, Program: program, Methods: []string{conformance.Fork},
	Statement: "Whether the lock of a logging handler that another thread holds is held in a forked child.",
	Sources:   []conformance.Source{source.Line("3.14.10", "Lib/logging/__init__.py", 269)},
	Observe: func(s *conformance.Scene) string {
		if threads(s, several, "handler_held").Data["handler_held"] == true {
			return "held"
		}
		return "free"
	},
})
