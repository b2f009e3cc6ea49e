package inherit

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-file-descriptor-0", Level: conformance.Observation, Program: program,
	Statement: "Whether descriptor 0 of a child is that of the main process, whatever its sys.stdin reads.",
	Sources:   []conformance.Source{source.Line("3.14.10", "Lib/multiprocessing/util.py", 540)},
	Observe: func(s *conformance.Scene) string {
		return observe(func(_ *conformance.Scene, first, later state) string {
			if first.child.Data["descriptor_0"] == true && later.child.Data["descriptor_0"] == true {
				return "that of the main process"
			}
			return "another one"
		})(s)
	},
})
