package orphan

import (
	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "orphan-helpers-end-with-last-child", Level: conformance.Extended, Program: parentexit.Program,
	Statement: "The helper processes of a killed parent SHOULD end with the last of its children.",
	Sources: []conformance.Source{{
		Text: "undocumented: helper processes end with their last user",
		URL:  "https://github.com/python/cpython/blob/v3.14.0/Lib/multiprocessing/resource_tracker.py",
	}},
	Judge: func(s *conformance.Scene) {
		parentexit.Orphaned(s)
		s.ExpectNoSurvivors()
	},
})
