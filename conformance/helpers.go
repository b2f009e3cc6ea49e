package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

const helpersProgram = "helpers"

func helperBehaviors() []Behavior {
	return slices.Concat(helperProcessBehaviors(), replacedHelperBehaviors(), farBehaviors())
}

func helperProcessBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "helpers-before", Group: GroupHelpers, Level: Observation, Program: helpersProgram,
			Statement: "How many helper processes there are once the start method is chosen and before the first child is started.",
			Sources:   []Source{contextsAndStartMethods()},
			Observe:   observeHelpers("before"),
		},
		{
			ID: "helpers-by-method", Group: GroupHelpers, Level: Core, Program: helpersProgram, Methods: []string{spawn, fork, forkserver},
			Statement: "With a child there MUST be a resource tracker under spawn on POSIX, a server beside it under forkserver, and nothing else.",
			Sources:   []Source{contextsAndStartMethods()},
			Applies:   isMultiprocessing,
			Judge: func(g types.Gomega, r *stage.Recording) {
				expected := map[string]int{spawn: 1, forkserver: 2}[r.Method]
				if r.Implementation.Platform == "win32" {
					expected = 0
				}
				if helpers, ok := helpersRead(g, r, "first"); ok {
					g.Expect(names(helpers)).To(gomega.HaveLen(expected), "the helper processes")
				}
			},
		},
		{
			ID: "helpers-parent", Group: GroupHelpers, Level: Extended, Program: helpersProgram,
			Statement: "Helper processes SHOULD be children of main, and not of a child.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				if helpers, ok := helpersRead(g, r, "first"); ok {
					unlessNoHelpers(helpers)
					g.Expect(helpers).To(gomega.HaveEach(gomega.HaveField("PPID", mainPID(r))), "the parents of the helper processes")
				}
			},
		},
		{
			ID: "helpers-outlive", Group: GroupHelpers, Level: Extended, Program: helpersProgram,
			Statement: "Helper processes SHOULD be the same for all children, and outlive one that ends and one that is terminated.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				before, read := helpersRead(g, r, "first")
				if after, ok := helpersRead(g, r, "after"); read && ok {
					unlessNoHelpers(slices.Concat(before, after))
					g.Expect(names(after)).To(gomega.ConsistOf(names(before)), "the helper processes after two children")
				}
			},
		},
	}
}

// noHelpers is why nothing of helper processes can be judged.
const noHelpers = "there are no helper processes"

// unlessNoHelpers ends the judge where there are no helper processes, as under fork.
func unlessNoHelpers(helpers []platform.Process) {
	if len(helpers) == 0 {
		absent(noHelpers)
	}
}

// helpersRead is helpersAt, and asserts that the process table was read.
func helpersRead(g types.Gomega, r *stage.Recording, point string) ([]platform.Process, bool) {
	helpers, read := helpersAt(r, point)
	return helpers, g.Expect(read).To(gomega.BeTrue(), "the process table must have been read at %q", point)
}
