package exit

import (
	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exit-interrupt-of-parent-spares-child", Level: conformance.Extended, Program: parentexit.Program,
	Statement: "A SIGINT to the parent alone SHOULD NOT reach its child.",
	Sources:   []conformance.Source{source.Library("os.kill()", "os", "os.kill")},
	Requires:  interruptible,
	Judge: func(s *conformance.Scene) {
		p := parentexit.Find(s, parentexit.Interrupt)
		_, interrupted := parentexit.FirstOf(s, "interrupted", p.Child.PID)
		s.Check(!interrupted, "the child must not be interrupted", "it was")
		p.Left(s, p.Child)
	},
})
