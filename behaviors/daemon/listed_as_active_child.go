package daemon

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "daemon-listed-as-active-child", Level: conformance.Core, Program: program,
	Statement: "active_children() MUST return daemonic children like all others.",
	Sources:   []conformance.Source{source.Function("active_children"), source.Process("daemon")},
	Judge: func(s *conformance.Scene) {
		var names []any
		for _, e := range s.Events("started", conformance.Main) {
			names = append(names, e.Text("process"))
		}
		if len(names) != 2 {
			s.Stop("the main process must start 2 children", fmt.Sprintf("it started %d", len(names)))
		}
		s.Returned(conformance.Main, "active children", names)
	},
})
