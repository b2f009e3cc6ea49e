package manager

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "manager-killed-main", Level: conformance.Observation, Program: exits,
	Statement: "Whether the server of a manager still answers after its main process was killed.",
	Sources:   []conformance.Source{managers()},
	Observe: func(s *conformance.Scene) string {
		return s.Outcome("server of killed main", func(any) string { return "it answers" })
	},
})
