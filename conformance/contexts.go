package conformance

import (
	"fmt"
	"slices"
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/implementation"
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
			Statement: "The context of a start method MUST report that method, and MUST be the context that it gives itself.",
			Sources:   []Source{getContext(), contextsAndStartMethods()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				answered(g, r, "method of the context", r.Method)
				answered(g, r, "context of the context", true)
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
		if observed(r, "chosen after "+use, chosenInWords) != "none" {
			fixing = append(fixing, use)
		}
	}
	return strings.Join(fixing, ", ")
}

func lockBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "context-lock", Group: GroupContexts, Level: Core, Program: mixedContexts,
			Statement: "A lock MUST be one and the same in main and in a child of its own context: what main holds the child cannot take.",
			Sources:   []Source{contextsAndStartMethods(), documented("Synchronization between processes", "synchronization-between-processes")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				accepted(g, r, "start own-lock")
				answered(g, r, "status own-lock", 0)
				if take, ok := attemptOf(g, r, "own-lock", "take"); ok {
					g.Expect(take.Data).To(gomega.HaveKeyWithValue("value", false), "whether the child could take the lock")
				}
			},
		},
		{
			ID: "context-lock-foreign", Group: GroupContexts, Level: Core, Program: mixedContexts, Methods: []string{spawn, forkserver},
			Statement: "A child of another method that is given a lock of the fork context MUST NOT work on with it: its start is refused, or it ends with a status other than 0.",
			Sources:   []Source{contextsAndStartMethods(), {"CPython issue 77377", "https://github.com/python/cpython/issues/77377"}},
			Applies: func(i implementation.Implementation) string {
				if !i.Offers(fork) {
					return "it has no fork context"
				}
				return ""
			},
			Judge: func(g types.Gomega, r *stage.Recording) {
				g.Expect(told(r, "leave", "fork-lock")).To(gomega.BeEmpty(), "the child that was given the lock must not come to its end")
				if start, ok := attempt(g, r, "start fork-lock"); ok && start.Data["refused"] != true {
					if status, ok := accepted(g, r, "status fork-lock"); ok {
						g.Expect(status).NotTo(gomega.BeEquivalentTo(0), "the status of the child that was given the lock")
					}
				}
			},
		},
		{
			ID: "context-lock-given", Group: GroupContexts, Level: Observation, Program: mixedContexts,
			Statement: "What becomes of a lock of each other context that is given to a child: whether it is the same lock there.",
			Sources:   []Source{contextsAndStartMethods(), {"CPython issue 77377", "https://github.com/python/cpython/issues/77377"}},
			Applies: func(i implementation.Implementation) string {
				if len(i.Methods) < 2 {
					return "it has one context only"
				}
				return ""
			},
			Observe: func(r *stage.Recording) string {
				var said []string
				for _, other := range []string{fork, spawn, forkserver} {
					if other != r.Method && r.Implementation.Offers(other) {
						said = append(said, other+": "+lockInWords(r, other+"-lock"))
					}
				}
				return strings.Join(said, ", ")
			},
		},
	}
}

// lockInWords tells what became of a lock that was given to a child.
func lockInWords(r *stage.Recording, role string) string {
	for _, e := range told(r, "attempt", role) {
		switch e.Data["value"] {
		case false:
			return "the same"
		case true:
			return "another one"
		}
	}
	return observed(r, "start "+role, func(any) string {
		return observed(r, "status "+role, statusInWords)
	})
}
