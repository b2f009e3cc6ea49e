package pickle

import (
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pickle-unpicklable-arguments-refused", Level: conformance.Extended, Program: program, Methods: conformance.ImportingMain(),
	Statement: "start() SHOULD raise an error if an argument is an open file, a lock of a thread or a generator.",
	Sources:   []conformance.Source{picklability(), whatCanBePickled()},
	Judge:     func(s *conformance.Scene) { expectRefused(s, unpicklableArguments()...) },
})
