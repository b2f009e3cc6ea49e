package conformance

import (
	"fmt"
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

const mixedContexts = "mixed-contexts"

func contextBehaviors() []Behavior {
	return slices.Concat(mixedBehaviors(), fixingBehaviors(), lockBehaviors())
}

func mixedBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "context-method", Group: GroupContexts, Level: Core, Program: mixedContexts,
			Statement: "The context of a start method MUST report that method, and where it gives contexts MUST be the one that it gives itself.",
			Sources:   []Source{getContext(), contextsAndStartMethods()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				answered(g, r, "method of the context", r.Method)
				if lacking(r, "context of the context") == "" {
					answered(g, r, "context of the context", true)
				}
			},
		},
		{
			ID: "context-names", Group: GroupContexts, Level: Core, Program: mixedContexts,
			Statement: "A context MUST have every public name of the module, except for get_all_start_methods, which is about all contexts.",
			Sources: []Source{
				contextsAndStartMethods(),
				{"CPython 3.12, DefaultContext", "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/context.py#L230-L267"},
			},
			Judge: func(g types.Gomega, r *stage.Recording) {
				if missing, ok := accepted(g, r, "names missing"); ok {
					g.Expect(missing).To(gomega.Or(gomega.BeEmpty(), gomega.ConsistOf("get_all_start_methods")), "the names that the context does not have")
				}
			},
		},
		{
			ID: "context-unknown", Group: GroupContexts, Level: Core, Program: mixedContexts,
			Statement: "Asking for the context of a start method that nobody has MUST be refused with a ValueError.",
			Sources:   []Source{getContext()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				refused(g, r, "unknown context", "ValueError")
			},
		},
		{
			ID: "context-choice", Group: GroupContexts, Level: Observation, Program: mixedContexts,
			Statement: "What choosing a start method through the context of one is answered with.",
			Sources:   []Source{{"undocumented; BaseContext.set_start_method() in CPython 3.12", "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/context.py#L200-L201"}},
			Observe: func(r *stage.Recording) string {
				return observed(r, "choose in the context", func(any) string { return "accepted" })
			},
		},
		{
			ID: "context-together", Group: GroupContexts, Level: Core, Program: mixedContexts,
			Statement: "Children of all start methods MUST be able to run at the same time in one program, each started by the method of its context.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge:     judgeContextsTogether,
		},
		{
			ID: "context-in-child", Group: GroupContexts, Level: Observation, Program: mixedContexts,
			Statement: "Which start method is chosen for the whole program in a child that was started through the method's context, while none is chosen in main.",
			Sources:   []Source{{"undocumented; BaseProcess._bootstrap() in CPython 3.12", "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/process.py#L295-L296"}},
			Observe: func(r *stage.Recording) string {
				unlessLackingBy(r, r.Method, "chosen")
				for _, e := range told(r, "attempt", r.Method) {
					return chosenInWords(e.Data["value"])
				}
				return "not told"
			},
		},
	}
}

func judgeContextsTogether(g types.Gomega, r *stage.Recording) {
	processes, ok := tableAt(g, r, "together")
	if !ok {
		return
	}
	for _, method := range r.Implementation.Methods {
		child, ok := event(g, r, "enter", method)
		if !ok {
			continue
		}
		_, alive := processes.alive(child.PID)
		g.Expect(alive).To(gomega.BeTrue(), "the child of %s must be alive together with the others", method)
		own := processes.parent(child.PID) == mainPID(r) || processes.launcher(mainPID(r), child.PID) != 0
		switch method {
		case fork:
			g.Expect(child.Data["args"]).To(gomega.Equal([]any{"changed by main"}), "the memory of the child of %s", method)
			g.Expect(own).To(gomega.BeTrue(), "the parent of the child of %s must be main", method)
		case spawn:
			g.Expect(child.Data["args"]).To(gomega.Equal([]any{"as imported"}), "the memory of the child of %s", method)
			g.Expect(own).To(gomega.BeTrue(), "the parent of the child of %s must be main", method)
		case forkserver:
			g.Expect(child.Data["args"]).To(gomega.Equal([]any{"as imported"}), "the memory of the child of %s", method)
			g.Expect(processes.parent(child.PID)).NotTo(gomega.Equal(mainPID(r)), "the parent of the child of %s", method)
		}
	}
}

// chosenInWords is the method that is chosen for a whole program.
func chosenInWords(value any) string {
	if value == nil {
		return "none"
	}
	return fmt.Sprint(value)
}
