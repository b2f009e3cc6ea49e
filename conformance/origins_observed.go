package conformance

import (
	"fmt"
	"slices"
	"strings"

	"github.com/singdance/singdance/stage"
)

// observedOrigins are about what becomes of children where nothing is promised.
func observedOrigins() []Behavior {
	list := []Behavior{
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
