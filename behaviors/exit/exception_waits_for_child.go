package exit

import (
	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exit-exception-waits-for-child", Level: conformance.Core, Program: parentexit.Program,
	Statement: "A parent that ends because of an uncaught exception MUST wait for its non-daemonic child.",
	Sources: []conformance.Source{
		source.Process("daemon"), source.JoinedAutomatically(),
	},
	Judge: func(s *conformance.Scene) { expectParentWaits(s, parentexit.Exception) },
})
