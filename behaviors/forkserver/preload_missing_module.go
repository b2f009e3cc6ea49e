package forkserver

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "forkserver-preload-missing-module-ignored", Level: conformance.Core, Program: access, Methods: []string{conformance.Forkserver},
	Statement: "A child MUST run its target although the server cannot import a module that was named for preloading.",
	Sources:   []conformance.Source{preload()},
	Judge:     func(s *conformance.Scene) { expectChildren(s, "missing") },
})

// expectChildren checks that both children of a further main ran their targets.
func expectChildren(s *conformance.Scene, preloaded string) {
	for _, role := range []string{preloaded + " 1", preloaded + " 2"} {
		s.Event("leave", role)
		a := s.Attempt("main of "+preloaded, "status "+role)
		s.Check(conformance.SameValue(a.Value, 0), "the exit code of "+role+" must be 0", "it is "+conformance.Words(a.Value))
	}
}

// mainOf returns what main found about a further main.
func mainOf(s *conformance.Scene, preloaded string) map[string]any {
	value := s.Accepted(conformance.Main, "preload "+preloaded)
	seen, reported := value.(map[string]any)
	if !reported {
		s.Stop("main must report how the further main "+preloaded+" ended", "it reported "+conformance.Words(value))
	}
	return seen
}
