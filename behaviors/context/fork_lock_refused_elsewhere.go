package context

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
)

var _ = group.Add(conformance.Behavior{
	ID: "context-fork-lock-refused-elsewhere", Level: conformance.Core, Program: program, Methods: conformance.ImportingMain(),
	Statement: "A child of another method MUST NOT work with a lock of the fork context: start() raises an error, or the exit code is not 0.",
	Sources: []conformance.Source{source.StartMethods(), {
		Text: "CPython issue 77377", URL: "https://github.com/python/cpython/issues/77377",
	}},
	Requires: &conformance.Requirement{
		Met:    func(i implementation.Implementation) bool { return i.Offers(conformance.Fork) },
		Reason: "to implementations without a fork context",
	},
	Judge: func(s *conformance.Scene) {
		_, left := s.First("leave", "fork-lock")
		s.Check(!left, "the child that was given the lock must not reach its end", "it did")
		if s.Attempt(conformance.Main, "start fork-lock").Refused {
			return
		}
		code := s.Accepted(conformance.Main, "status fork-lock")
		s.Check(!conformance.SameValue(code, 0), "the exit code of the child that was given the lock must not be 0", "it is")
	},
})
