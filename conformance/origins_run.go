package conformance

import (
	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// runningOrigins are about where a main module can come from so that its children run their targets.
func runningOrigins() []Behavior {
	return []Behavior{
		{
			ID: "origin-fork", Group: GroupOrigin, Level: Core, Program: mainOrigins, Methods: []string{fork},
			Statement: "Under fork a child MUST run its target wherever the main module comes from, standard input and -c among the places.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				judgeRun(local, origins()...)(g, r)
				judgeRun(guest, origins()...)(g, r)
			},
		},
		{
			ID: "origin-script", Group: GroupOrigin, Level: Core, Program: mainOrigins, Methods: importing(),
			Statement: "A child MUST run a target of a main module that is a script, even if main was given by a relative path and has left that folder.",
			Sources:   []Source{importableMain(), source("3.14.10", "Lib/multiprocessing/spawn.py", 200)},
			Judge:     judgeRun(local, "script"),
		},
		{
			ID: "origin-bare", Group: GroupOrigin, Level: Extended, Program: mainOrigins, Methods: importing(),
			Statement: "A child SHOULD run a target of a main module that is a script without a suffix, although no import statement would find it.",
			Sources:   []Source{importableMain(), source("3.14.10", "Lib/multiprocessing/spawn.py", 275)},
			Judge:     judgeRun(local, "bare"),
		},
		{
			ID: "origin-module", Group: GroupOrigin, Level: Core, Program: mainOrigins, Methods: importing(),
			Statement: "A child MUST run a target of a main module that was started by -m, on its own or in a package.",
			Sources:   []Source{importableMain()},
			Judge:     judgeRun(local, "module", "submodule"),
		},
		{
			ID: "origin-compiled", Group: GroupOrigin, Level: Extended, Program: mainOrigins, Methods: importing(),
			Statement: "A child SHOULD run a target of a main module that is a compiled file without its source.",
			Sources:   []Source{importableMain(), {"CPython 3.14 documentation, runpy.run_path()", "https://docs.python.org/3.14/library/runpy.html#runpy.run_path"}},
			Judge:     judgeRun(local, "compiled"),
		},
		{
			ID: "origin-guest", Group: GroupOrigin, Level: Extended, Program: mainOrigins, Methods: importing(),
			Statement: "A child SHOULD run a target that stands in a module of its own, even where the main module is a package, a directory, a zip archive or -c.",
			Sources:   []Source{importableMain(), documented("Programming guidelines, picklability", "all-start-methods")},
			Judge:     judgeRun(guest, "script", "bare", "module", "submodule", "package", "directory", "zip", "compiled", "command"),
		},
		{
			ID: "origin-failure", Group: GroupOrigin, Level: Core, Program: mainOrigins, Methods: importing(),
			Statement: "A child that cannot have its target from the main module MUST end with a status other than 0 and an error on " +
				"standard error, or be refused by start(), and main MUST come to its own end.",
			Sources: []Source{importableMain(), processAttribute("exitcode")},
			Judge:   judgeOriginFailure,
		},
	}
}

// judgeRun asserts that the child of each of the mains ran its target and ended well.
func judgeRun(child string, origins ...string) func(types.Gomega, *stage.Recording) {
	return func(g types.Gomega, r *stage.Recording) {
		for _, origin := range origins {
			g.Expect(fate(r, origin, child)).To(gomega.Equal("runs"), "the %s child of a main from %s", child, origin)
		}
	}
}

func judgeOriginFailure(g types.Gomega, r *stage.Recording) {
	for _, origin := range origins() {
		errors, ended := printedErrors(r, origin)
		g.Expect(ended).To(gomega.BeTrue(), "main from %s must end with status 0", origin)
		failed := 0 // children that nobody but an error on standard error tells of
		for _, child := range []string{local, guest} {
			came := fate(r, origin, child)
			if came != "runs" && refusal(r, origin, child) == "" {
				failed++
			}
			g.Expect(came).NotTo(gomega.HavePrefix("enters"), "the %s child of a main from %s", child, origin)
			g.Expect(came).NotTo(gomega.Equal("unknown"), "the end of the %s child of a main from %s", child, origin)
		}
		g.Expect(len(errors)).To(gomega.BeNumerically(">=", failed), "the errors printed by the children of a main from %s", origin)
	}
}
