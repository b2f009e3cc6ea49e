package conformance

import (
	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// lifeArguments lists what life-cycle shows of arguments.
func lifeArguments() []Behavior {
	return []Behavior{
		{
			ID: "args-sequence", Group: GroupArguments, Level: Core, Program: lifeCycle,
			Statement: "Arguments by position MUST be taken from a list as well as from a tuple.",
			Sources:   []Source{processClass()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				if child, ok := event(g, r, "enter", "held"); ok {
					g.Expect(child.Data["args"]).To(gomega.HaveExactElements(gomega.ContainElement("as made")), "what came out of a list")
				}
				if child, ok := event(g, r, "enter", "named"); ok {
					g.Expect(child.Data["args"]).To(gomega.Equal([]any{"in a tuple"}), "what came out of a tuple")
				}
			},
		},
		{
			ID: "args-number", Group: GroupArguments, Level: Extended, Program: lifeCycle,
			Statement: "A number in the place of the sequence of arguments MUST be refused with a TypeError when the process is made.",
			Sources:   []Source{processClass()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				refused(g, r, "number as arguments", "TypeError")
			},
		},
		{
			ID: "args-names", Group: GroupArguments, Level: Extended, Program: lifeCycle,
			Statement: "Arguments by name MUST reach the target also where they have the names of the process's own parameters.",
			Sources:   []Source{processClass()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				if child, ok := event(g, r, "enter", "held"); ok {
					g.Expect(child.Data["kwargs"]).To(gomega.Equal(map[string]any{
						"target": "a target", "name": "a name", "args": []any{1.0}, "kwargs": map[string]any{}, "daemon": nil, "group": 2.0,
					}), "what the child received by name")
				}
			},
		},
		{
			ID: "args-at-start", Group: GroupArguments, Level: Extended, Program: lifeCycle,
			Statement: "A child MUST receive its arguments as they are when it is started: with changes since the process was made, without later ones.",
			Sources:   []Source{processAttribute("start"), contextsAndStartMethods()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				expected := []any{"as made", "changed before the start"}
				if child, ok := event(g, r, "enter", "held"); ok {
					g.Expect(child.Data["args"]).To(gomega.Equal([]any{expected}), "what the child received")
				}
				if attempt, ok := attemptOf(g, r, "held", "song"); ok {
					g.Expect(attempt.Data["value"]).To(gomega.Equal(expected), "the argument in the child after main changed it")
				}
			},
		},
		{
			ID: "args-own", Group: GroupArguments, Level: Core, Program: lifeCycle,
			Statement: "What a child changes in its arguments MUST NOT change in main.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				event(g, r, "leave", "held")
				if value, ok := accepted(g, r, "song"); ok {
					g.Expect(value).To(gomega.Equal([]any{"as made", "changed before the start", "changed after the start"}), "the argument in main")
				}
			},
		},
	}
}
