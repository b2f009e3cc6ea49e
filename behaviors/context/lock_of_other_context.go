package context

import (
	"fmt"
	"strings"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
)

var _ = group.Add(conformance.Behavior{
	ID: "context-lock-of-other-context", Level: conformance.Observation, Program: program,
	Statement: "What happens if a child is given a lock of another context, and whether it is the same lock in the child.",
	Sources: []conformance.Source{source.StartMethods(), {
		Text: "CPython issue 77377", URL: "https://github.com/python/cpython/issues/77377",
	}},
	Requires: &conformance.Requirement{
		Met:    func(i implementation.Implementation) bool { return len(i.Methods) > 1 },
		Reason: "to implementations with one context only",
	},
	Observe: func(s *conformance.Scene) string {
		var outcomes []string
		for _, other := range []string{conformance.Fork, conformance.Spawn, conformance.Forkserver} {
			if other != s.Method && s.Implementation.Offers(other) {
				outcomes = append(outcomes, other+": "+lockOutcome(s, other+"-lock"))
			}
		}
		return strings.Join(outcomes, ", ")
	},
})

// lockOutcome describes what happened to the child of a role that was given a lock.
func lockOutcome(s *conformance.Scene, role string) string {
	for _, e := range s.Events("attempt", role) {
		switch e.Data["value"] {
		case false:
			return "the same"
		case true:
			return "another one"
		}
	}
	return s.Outcome("start "+role, func(any) string {
		return s.Outcome("status "+role, func(code any) string {
			if code == nil {
				return "no exit code"
			}
			return fmt.Sprintf("exit code %v", code)
		})
	})
}
