package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

const pickling = "pickling"

// pickled are the start methods that pickle what a child needs.
var pickled = []string{spawn, forkserver}

// Roles of pickling whose targets or arguments cannot be pickled.
var (
	localTargets   = []string{"lambda", "nested", "local"}
	boundArguments = []string{"file", "thread-lock", "generator"}
)

func picklingBehaviors() []Behavior {
	return slices.Concat(picklableBehaviors(), unpicklableBehaviors(), refusedStartBehaviors())
}

func unpicklableBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "pickle-local", Group: GroupPickling, Level: Core, Program: pickling, Methods: pickled,
			Statement: "Where the target must be pickled, starting a lambda, a nested function or an instance of a local class MUST be refused in main.",
			Sources:   []Source{picklability(), whatCanBePickled()},
			Judge:     refusesToStart(localTargets),
		},
		{
			ID: "pickle-bound", Group: GroupPickling, Level: Core, Program: pickling, Methods: pickled,
			Statement: "Where arguments must be pickled, an open file, a thread's lock and a generator MUST be refused in main.",
			Sources:   []Source{picklability(), whatCanBePickled()},
			Judge:     refusesToStart(boundArguments),
		},
		{
			ID: "pickle-fork", Group: GroupPickling, Level: Core, Program: pickling, Methods: []string{fork},
			Statement: "Under fork nothing is pickled: targets and arguments that cannot be pickled MUST reach the child.",
			Sources:   []Source{contextsAndStartMethods(), picklability()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, role := range offered(r, slices.Concat(localTargets, boundArguments, []string{"guarded", "lost", "exception", "process"})) {
					runsTo(g, r, role)
				}
			},
		},
		{
			ID: "pickle-guarded", Group: GroupPickling, Level: Extended, Program: pickling, Methods: pickled,
			Statement: "A function that is defined inside the main guard MUST be accepted by start(), and the child, which does not have it, MUST end with status 1.",
			Sources:   []Source{spawnGuidelines(), whatCanBePickled()},
			Judge:     startsInVain("guarded"),
		},
		{
			ID: "pickle-lost", Group: GroupPickling, Level: Extended, Program: pickling, Methods: pickled,
			Statement: "An argument that can be pickled but not unpickled MUST be accepted by start(), and the child MUST end with status 1 without its target being run.",
			Sources:   []Source{processAttribute("exitcode"), {"CPython 3.12, spawn._main()", "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/spawn.py#L126-L135"}},
			Judge:     startsInVain("lost", "exception"),
		},
	}
}

// refusesToStart judges whether none of the children was started.
func refusesToStart(roles []string) func(types.Gomega, *stage.Recording) {
	return func(g types.Gomega, r *stage.Recording) {
		for _, role := range offered(r, roles) {
			declined(g, r, "start "+role)
			g.Expect(told(r, "enter", role)).To(gomega.BeEmpty(), "the target of %s must not be run", role)
		}
	}
}

// startsInVain judges whether each child was started and came to nothing.
func startsInVain(roles ...string) func(types.Gomega, *stage.Recording) {
	return func(g types.Gomega, r *stage.Recording) {
		for _, role := range offered(r, roles) {
			accepted(g, r, "start "+role)
			answered(g, r, "status "+role, 1)
			g.Expect(told(r, "enter", role)).To(gomega.BeEmpty(), "the target of %s must not be run", role)
		}
	}
}

// offered are those of some children that the implementation has; it ends the judge if that is none of them.
func offered(r *stage.Recording, roles []string) []string {
	had := slices.DeleteFunc(slices.Clone(roles), func(role string) bool { return lacking(r, "start "+role) != "" })
	if len(had) == 0 {
		unlessLacking(r, "start "+roles[0])
	}
	return had
}

// runsTo asserts that a child came to its part and its end, and returns what it received.
func runsTo(g types.Gomega, r *stage.Recording, role string) any {
	answered(g, r, "status "+role, 0)
	child, _ := event(g, r, "enter", role)
	return child.Data["args"]
}

func picklability() Source {
	return documented("Programming guidelines, picklability", "all-start-methods")
}

func whatCanBePickled() Source {
	return Source{
		"CPython 3.14 documentation, pickle, What can be pickled and unpickled?",
		"https://docs.python.org/3.14/library/pickle.html#what-can-be-pickled-and-unpickled",
	}
}
