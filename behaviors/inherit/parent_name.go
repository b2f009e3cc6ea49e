package inherit

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-parent-name", Level: conformance.Observation, Program: program,
	Statement: "Whether parent_process().name in a child is the name that the main process gave itself before start().",
	Sources:   []conformance.Source{source.ParentProcess(), source.Line("3.14.10", "Lib/multiprocessing/process.py", 87)},
	Since:     "3.8",
	Observe: func(s *conformance.Scene) string {
		return observe(func(s *conformance.Scene, first, later state) string {
			if first.child.Data["parent"] == nil && later.child.Data["parent"] == nil {
				s.Absent("%s has no parent_process()", s.Implementation.Module)
			}
			if first.child.Text("parent") == "main first" && later.child.Text("parent") == "main later" {
				return "at each start"
			}
			return "not at each start"
		})(s)
	},
})
