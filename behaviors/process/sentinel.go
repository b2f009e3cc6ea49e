package process

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "process-sentinel-not-ready-while-running", Level: conformance.Core, Program: program,
	Statement: "The sentinel of a process MUST NOT be ready while its child runs.",
	Sources:   []conformance.Source{source.Process("sentinel")},
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "sentinel running", false) },
})

var _ = group.Add(conformance.Behavior{
	ID: "process-sentinel-ready-at-end", Level: conformance.Core, Program: program,
	Statement: "The sentinel of a process MUST become ready when its child ends.",
	Sources:   []conformance.Source{source.Process("sentinel")},
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "sentinel ended", true) },
})

var _ = group.Add(conformance.Behavior{
	ID: "process-sentinel-of-several", Level: conformance.Core, Program: program,
	Statement: "Of the sentinels of several processes, a wait for all of them MUST return the one whose child has ended.",
	Sources:   []conformance.Source{source.Process("sentinel")},
	Judge: func(s *conformance.Scene) {
		s.Returned(conformance.Main, "sentinels of both", []any{true, false})
		s.ExpectBefore(s.Attempt(conformance.Main, "sentinels of both").Event, s.Event("leave", "staying"))
	},
})
