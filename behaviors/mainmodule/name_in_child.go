package mainmodule

import (
	"strings"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-name-in-child", Level: conformance.Observation, Program: program,
	Statement: "Which name the main module has in a child, by where that module comes from.",
	Sources:   []conformance.Source{source.Line("3.14.10", "Lib/multiprocessing/spawn.py", 264)},
	Observe: func(s *conformance.Scene) string {
		from := map[string][]string{}
		var names []string
		for _, origin := range origins() {
			if _, child, both := described(s, origin); both {
				name := child.Text("name")
				if from[name] == nil {
					names = append(names, name)
				}
				from[name] = append(from[name], origin)
			}
		}
		for n, name := range names {
			names[n] = name + " from " + strings.Join(from[name], ", ")
		}
		if len(names) == 0 {
			return "none is known"
		}
		return strings.Join(names, "; ")
	},
})
