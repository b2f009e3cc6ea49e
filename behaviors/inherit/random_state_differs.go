package inherit

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-random-state-differs", Level: conformance.Extended, Program: program,
	Statement: "Random numbers SHOULD differ between the main process and each child, even if the main process has seeded them.",
	Sources:   []conformance.Source{source.Line("3.14.10", "Lib/random.py", 1013)},
	Judge: func(s *conformance.Scene) {
		both := states(s)
		first, later := both[0], both[1]
		first.requireField(s, "random")
		s.Check(first.child.Data["random"] != nil, "the first child must have a random number", "it has none")
		for _, st := range both {
			s.Check(!equal(st.main, st.child, "random"), "the random number of the "+st.role+" child must not be that of the main process", "it is")
		}
		s.Check(!equal(first.child, later.child, "random"), "the two children must have different random numbers", "they have the same")
	},
})
