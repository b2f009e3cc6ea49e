package orphan

import (
	"fmt"

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
		parents := len(parentexit.Orphaned(s))
		if hasHelpers := s.Method == conformance.Spawn || s.Method == conformance.Forkserver; hasHelpers && s.Implementation.Module == "multiprocessing" && !s.OnWindows() {
			helpers := len(s.Helpers("survivors"))
			s.Check(helpers >= parents, fmt.Sprintf("the helper processes of %d killed parents must run while their children do", parents), fmt.Sprintf("%d run", helpers))
		}
		s.ExpectNoSurvivors()
	},
})
