package obstacle

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "obstacle-lock-passed-on", Level: conformance.Extended, Program: program,
	Statement: "A child SHOULD be able to pass a lock that it was given on to its own child.",
	Sources:   []conformance.Source{issue("108520", "a lock cannot be passed on by a child"), source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		s.Returned(conformance.Main, "pass lock on", 0)
		code := s.Event("passed", "child").Data["exitcode"]
		s.Check(conformance.SameValue(code, 0), "the exit code of the child's own child must be 0", "it is "+conformance.Words(code))
		s.Event("took", "grandchild")
	},
})
