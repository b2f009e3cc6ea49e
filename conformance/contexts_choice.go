package conformance

import (
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

func fixingBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "context-harmless", Group: GroupContexts, Level: Extended, Program: mixedContexts,
			Statement: "Starting children through contexts SHOULD leave the start method of the whole program unchosen.",
			Sources:   []Source{contextsAndStartMethods(), {"CPython issue 109263", "https://github.com/python/cpython/issues/109263"}},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, what := range []string{"chosen at first", "chosen after the starts"} {
					if value, ok := accepted(g, r, what); ok {
						g.Expect(value).To(gomega.BeNil(), "the method %s", what)
					}
				}
			},
		},
		{
			ID: "context-default-fixed", Group: GroupContexts, Level: Core, Program: mixedContexts,
			Statement: "Asking for the default context or for the start method MUST choose the default for the whole program, so that choosing again is refused with a RuntimeError.",
			Sources:   []Source{getContext(), getStartMethod()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, use := range []string{"get_context()", "get_start_method()"} {
					answered(g, r, "chosen after "+use, r.Implementation.Default)
					refused(g, r, "choose after "+use, "RuntimeError")
				}
			},
		},
		{
			ID: "context-first-use", Group: GroupContexts, Level: Observation, Program: mixedContexts,
			Statement: "Which first uses of the module choose the default start method for the whole program by a side effect.",
			Sources: []Source{
				documented("Global start method", "global-start-method"),
				{"CPython issue 85222", "https://github.com/python/cpython/issues/85222"},
			},
			Observe: observeFirstUses,
		},
	}
}

func observeFirstUses(r *stage.Recording) string {
	var fixing []string
	for _, use := range []string{"Process()", "start()", "Lock()", "Event()", "SimpleQueue()", "Value()", "Pipe()", "active_children()"} {
		if lacking(r, "chosen after "+use) == "" && observed(r, "chosen after "+use, chosenInWords) != "none" {
			fixing = append(fixing, use)
		}
	}
	return strings.Join(fixing, ", ")
}
