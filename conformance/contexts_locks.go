package conformance

import (
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

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
