package daemon

import (
	"strings"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "daemon-unflushed-output", Level: conformance.Observation, Program: program,
	Statement: "What happens to output that a daemonic child has written and not flushed when it is terminated.",
	Sources:   []conformance.Source{source.Undocumented("what happens to output that is not flushed")},
	Observe: func(s *conformance.Scene) string {
		if strings.Contains(s.Stdout, "the daemon has not flushed this") {
			return "it is printed"
		}
		return "it is lost"
	},
})
