package inherit

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-forkserver-state-source", Level: conformance.Observation, Program: program, Methods: []string{conformance.Forkserver},
	Statement: "Which state a later forkserver child takes from the server's start, and which from its own start.",
	Sources:   []conformance.Source{source.StartMethods(), source.Line("3.14.10", "Lib/multiprocessing/forkserver.py", 187)},
	Observe: func(s *conformance.Scene) string {
		return observe(func(_ *conformance.Scene, first, later state) string {
			var own, server, neither []string
			for _, field := range []string{"environ", "umask", "limit", "executable"} {
				switch {
				case later.child.Data[field] == nil: // not known
				case field == "executable" && later.child.Number(field) == 2, equal(later.child, later.main, field):
					own = append(own, field)
				case field == "executable" && later.child.Number(field) == 1, equal(later.child, first.main, field):
					server = append(server, field)
				default:
					neither = append(neither, field)
				}
			}
			return listed(map[string][]string{"from its own start": own, "from the server's start": server, "from neither": neither})
		})(s)
	},
})
