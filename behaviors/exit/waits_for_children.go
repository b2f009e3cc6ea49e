package exit

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exit-waits-for-children", Level: conformance.Core, Program: "sing-dance",
	Statement: "After its last statement, the main process MUST wait for the non-daemonic children that it did not join.",
	Sources: []conformance.Source{
		source.Process("daemon"), source.JoinedAutomatically(),
	},
	Judge: func(s *conformance.Scene) { expectWaits(s) },
})
