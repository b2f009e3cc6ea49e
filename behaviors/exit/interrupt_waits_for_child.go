package exit

import (
	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exit-interrupt-waits-for-child", Level: conformance.Extended, Program: parentexit.Program,
	Statement: "A parent that receives an uncaught SIGINT alone SHOULD wait for its non-daemonic child.",
	Sources:   []conformance.Source{source.Process("daemon"), sigint()},
	Requires:  interruptible,
	Judge:     func(s *conformance.Scene) { expectParentWaits(s, parentexit.Interrupt) },
})
