package conformance

import (
	"fmt"
	"slices"
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

const mainOrigins = "main-origins"

// origins lists where the mains of main-origins come from.
func origins() []string {
	return []string{"script", "bare", "module", "submodule", "package", "directory", "zip", "compiled", "command", "stdin"}
}

// The children of each main of main-origins, by where their target stands.
const (
	local = "local" // in the main module
	guest = "guest" // in a module of its own
)

func originBehaviors() []Behavior {
	list := []Behavior{
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
		{
			ID: "origin-name", Group: GroupOrigin, Level: Observation, Program: mainOrigins,
			Statement: "The name of the main module in a child, by where that module comes from.",
			Sources:   []Source{source("3.14.10", "Lib/multiprocessing/spawn.py", 264)},
			Observe:   observeOriginNames,
		},
		{
			ID: "origin-described", Group: GroupOrigin, Level: Observation, Program: mainOrigins,
			Statement: "Whether file, import specification and arguments of the main module are in a child what they are in main.",
			Sources:   []Source{source("3.14.10", "Lib/multiprocessing/spawn.py", 184)},
			Observe:   observeOriginsDescribed,
		},
	}
	for _, o := range [][2]string{
		{"package", "a package by -m"},
		{"directory", "a directory"},
		{"zip", "a zip archive"},
		{"command", "-c"},
		{"stdin", "standard input"},
	} {
		list = append(list, Behavior{
			ID: "origin-" + o[0], Group: GroupOrigin, Level: Observation, Program: mainOrigins, Methods: importing(),
			Statement: "How a child ends whose main module comes from " + o[1] + ", and its target with it.",
			Sources:   []Source{importableMain(), source("3.14.10", "Lib/multiprocessing/spawn.py", 256)},
			Observe: func(r *stage.Recording) string {
				return fmt.Sprintf("%s; a target elsewhere: %s", fate(r, o[0], local), fate(r, o[0], guest))
			},
		})
	}
	return list
}

// judgeRun asserts that the child of each of the mains ran its target and ended well.
func judgeRun(child string, origins ...string) func(types.Gomega, *stage.Recording) {
	return func(g types.Gomega, r *stage.Recording) {
		for _, origin := range origins {
			g.Expect(fate(r, origin, child)).To(gomega.Equal("runs"), "the %s child of a main from %s", child, origin)
		}
	}
}

// fate is how a child came off: "runs", or what hindered it, or "unknown" where nothing tells.
func fate(r *stage.Recording, origin, child string) string {
	role := origin + " " + child
	code, known := exitcodeBy(r, origin, role)
	errors, _ := printedErrors(r, origin)
	entered, left := len(told(r, "enter", role)), len(told(r, "leave", role))
	switch {
	case entered == 1 && left == 1 && known && code == 0:
		return "runs"
	case entered > 0:
		return fmt.Sprintf("enters %d times, leaves %d times, status %d", entered, left, code)
	case refusal(r, origin, child) != "":
		return "start() raises " + refusal(r, origin, child)
	case known && code != 0 && len(errors) > 0:
		class, _, _ := strings.Cut(errors[len(errors)-1], ":")
		return class
	}
	return "unknown"
}

// refusal is the class of the error by which start() refused a child, or "". Which of its classes it is when a connection
// to a server that has just ended is lost is a matter of luck.
func refusal(r *stage.Recording, origin, child string) string {
	for _, e := range told(r, "attempt", origin) {
		names := classes(e)
		switch {
		case text(e, "what") != "start "+child || e.Data["refused"] != true || len(names) == 0:
		case slices.Contains(names, "EOFError") || slices.Contains(names, "OSError"):
			return "EOFError or OSError"
		default:
			return names[0]
		}
	}
	return ""
}

// printedErrors lists what the processes of a main printed of uncaught errors, and says whether that main's status was 0.
func printedErrors(r *stage.Recording, origin string) (errors []string, ended bool) {
	for _, e := range told(r, "attempt", main) {
		value, ok := e.Data["value"].(map[string]any)
		if !ok || text(e, "what") != origin {
			continue
		}
		status, known := value["status"].(float64)
		ended = known && status == 0
		list, _ := value["errors"].([]any)
		for _, one := range list {
			if line, ok := one.(string); ok {
				errors = append(errors, line)
			}
		}
	}
	return errors, ended
}

func judgeOriginFailure(g types.Gomega, r *stage.Recording) {
	for _, origin := range origins() {
		_, ended := printedErrors(r, origin)
		g.Expect(ended).To(gomega.BeTrue(), "main from %s must end with status 0", origin)
		for _, child := range []string{local, guest} {
			came := fate(r, origin, child)
			g.Expect(came).NotTo(gomega.HavePrefix("enters"), "the %s child of a main from %s", child, origin)
			g.Expect(came).NotTo(gomega.Equal("unknown"), "the end of the %s child of a main from %s", child, origin)
		}
	}
}

// described returns what a main says of the main module, and what its local child says; ok if both do.
func described(r *stage.Recording, origin string) (main, child stage.Event, ok bool) {
	mains, children := told(r, "module", origin), told(r, "module", origin+" "+local)
	if len(mains) == 0 || len(children) == 0 {
		return stage.Event{}, stage.Event{}, false
	}
	return mains[0], children[0], true
}

func observeOriginNames(r *stage.Recording) string {
	from := map[string][]string{}
	var names []string
	for _, origin := range origins() {
		if _, child, ok := described(r, origin); ok {
			name := text(child, "name")
			if from[name] == nil {
				names = append(names, name)
			}
			from[name] = append(from[name], origin)
		}
	}
	for n, name := range names {
		names[n] = name + " from " + strings.Join(from[name], ", ")
	}
	if len(names) == 0 {
		return "none is known"
	}
	return strings.Join(names, "; ")
}

func observeOriginsDescribed(r *stage.Recording) string {
	differ := map[string][]string{}
	compared := 0
	for _, origin := range origins() {
		main, child, ok := described(r, origin)
		if !ok {
			continue
		}
		compared++
		for _, field := range []string{"file", "spec", "arguments"} {
			if fmt.Sprint(main.Data[field]) != fmt.Sprint(child.Data[field]) {
				differ[field] = append(differ[field], origin)
			}
		}
	}
	if compared == 0 {
		return "none is known"
	}
	var said []string
	for field, where := range differ {
		said = append(said, field+" differs from "+strings.Join(where, ", "))
	}
	if len(said) == 0 {
		return "the same"
	}
	slices.Sort(said)
	return strings.Join(said, "; ")
}
