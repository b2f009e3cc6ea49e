package pickle

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pickle-never-happens-under-fork", Level: conformance.Extended, Program: program, Methods: []string{conformance.Fork},
	Statement: "Under fork, start() SHOULD NOT pickle an argument.",
	Sources:   []conformance.Source{picklability(), source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		n := len(pickled(s))
		s.Check(n == 0, "the argument must not be pickled", fmt.Sprintf("it was pickled %d times", n))
	},
})
