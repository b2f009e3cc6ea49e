// Package pickle holds the behaviors of targets and arguments that can or cannot be pickled.
package pickle

import (
	"fmt"
	"slices"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var group = conformance.NewGroup("pickle", 130, "what can be a target or an argument")

const program = "pickling"

// localTargets are the roles whose targets cannot be pickled.
func localTargets() []string { return []string{"lambda", "nested", "local"} }

// unpicklableArguments are the roles whose arguments cannot be pickled.
func unpicklableArguments() []string { return []string{"file", "thread-lock", "generator"} }

// available returns the roles that the implementation has. It makes the result absent if it has none of them.
func available(s *conformance.Scene, roles ...string) []string {
	has := slices.DeleteFunc(slices.Clone(roles), func(role string) bool {
		return s.AbsentReason(conformance.Main, "start "+role) != ""
	})
	if len(has) == 0 {
		s.Absent("%s", s.AbsentReason(conformance.Main, "start "+roles[0]))
	}
	return has
}

// received checks that a child ran its target and ended with exit code 0, and returns what it received.
func received(s *conformance.Scene, role string) any {
	s.ExitCodeReported(role, 0)
	return s.Event("enter", role).Data["args"]
}

// expectRefused checks that no child of the roles was started.
func expectRefused(s *conformance.Scene, roles ...string) {
	for _, role := range available(s, roles...) {
		s.Refused(conformance.Main, "start "+role)
		expectTargetNotRun(s, role)
	}
}

// expectFailsInChild checks that start() succeeded for each role, and that each child ended with exit code 1 without running its
// target.
func expectFailsInChild(s *conformance.Scene, roles ...string) {
	for _, role := range available(s, roles...) {
		s.Accepted(conformance.Main, "start "+role)
		s.ExitCodeReported(role, 1)
		expectTargetNotRun(s, role)
	}
}

func expectTargetNotRun(s *conformance.Scene, role string) {
	_, entered := s.First("enter", role)
	s.Check(!entered, fmt.Sprintf("the target of %s must not run", role), "it ran")
}

func whatCanBePickled() conformance.Source {
	return source.Library("pickle, What can be pickled and unpickled?", "pickle", "what-can-be-pickled-and-unpickled")
}

func picklability() conformance.Source { return source.PicklableArguments() }
