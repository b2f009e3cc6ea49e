package mainmodule

import (
	"slices"
	"strings"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-attributes-in-child", Level: conformance.Observation, Program: program,
	Statement: "Whether the file, the import specification and the arguments of the main module are the same in a child.",
	Sources:   []conformance.Source{source.Line("3.14.10", "Lib/multiprocessing/spawn.py", 184)},
	Observe: func(s *conformance.Scene) string {
		differ := map[string][]string{}
		compared := 0
		for _, origin := range origins() {
			main, child, both := described(s, origin)
			if !both {
				continue
			}
			compared++
			for _, field := range []string{"file", "spec", "arguments"} {
				if !conformance.SameValue(main.Data[field], child.Data[field]) {
					differ[field] = append(differ[field], origin)
				}
			}
		}
		if compared == 0 {
			return "none is known"
		}
		var differences []string
		for field, where := range differ {
			differences = append(differences, field+" differs from "+strings.Join(where, ", "))
		}
		if len(differences) == 0 {
			return "the same"
		}
		slices.Sort(differences)
		return strings.Join(differences, "; ")
	},
})
