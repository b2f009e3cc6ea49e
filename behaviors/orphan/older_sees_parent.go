package orphan

import (
	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "orphan-older-sees-parent", Level: conformance.Observation, Program: parentexit.Program,
	Statement: "What parent_process().is_alive() returns in an orphan while a younger child of the same parent runs.",
	Sources: []conformance.Source{{
		Text: "undocumented: a forked child inherits the ends of the pipes by which its older siblings watch their parent",
		URL:  "https://github.com/python/cpython/blob/v3.14.0/Lib/multiprocessing/popen_fork.py",
	}},
	Observe: func(s *conformance.Scene) string {
		seen := "not asked"
		for _, ending := range parentexit.Abrupt() {
			for _, child := range parentexit.Events(s, "enter", "child", ending) {
				asked, found := parentAlive(s, child.PID)
				if !found {
					continue
				}
				now := "not alive"
				switch {
				case asked.Text("absent") != "":
					now = "nothing"
				case asked.Data["value"] == true:
					now = "alive"
				}
				if seen != "not asked" && seen != now {
					return "not always the same"
				}
				seen = now
			}
		}
		return seen
	},
})
