package conformance

import (
	"fmt"
	"slices"
	"strings"

	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// processStateBehaviors are about what the operating system keeps of a process, and what the interpreter keeps with it.
func processStateBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "inherit-fork", Group: GroupInheritance, Level: Core, Program: inheritance, Methods: []string{fork},
			Statement: "Under fork a child MUST begin with what main has at that start: environment, folder, umask, limits, open descriptors, " +
				"arguments and import path.",
			Sources: []Source{contextsAndStartMethods()},
			Judge:   judgeSame("environ", "folder", "umask", "limit", "descriptors", "arguments", "path"),
		},
		{
			ID: "inherit-environ", Group: GroupInheritance, Level: Extended, Program: inheritance, Methods: []string{spawn},
			Statement: "Under spawn a child SHOULD have the environment that main has at that start, and where there are such things its umask and resource limits.",
			Sources:   []Source{contextsAndStartMethods(), source("3.14.10", "Lib/multiprocessing/util.py", 582)},
			Judge: func(g types.Gomega, r *stage.Recording) {
				judgeSame("environ")(g, r)
				if r.Implementation.Platform != "win32" {
					judgeSame("umask", "limit")(g, r)
				}
			},
		},
		{
			ID: "inherit-server", Group: GroupInheritance, Level: Observation, Program: inheritance, Methods: []string{forkserver},
			Statement: "What a later child of a fork server has as main had it at the first start, when the server began, and what as main has it at its own.",
			Sources:   []Source{contextsAndStartMethods(), source("3.14.10", "Lib/multiprocessing/forkserver.py", 187)},
			Observe:   observeViews(describeServer),
		},
		{
			ID: "inherit-sent", Group: GroupInheritance, Level: Observation, Program: inheritance, Methods: importing(),
			Statement: "Which of folder, arguments and import path are sent to every child as main has them at its start.",
			Sources:   []Source{source("3.14.10", "Lib/multiprocessing/spawn.py", 184)},
			Observe:   observeViews(describeSent),
		},
		{
			ID: "inherit-command-line", Group: GroupInheritance, Level: Observation, Program: inheritance, Methods: importing(),
			Statement: "Which arguments the main module finds when it is imported for a child.",
			Sources:   []Source{source("3.14.10", "Lib/multiprocessing/forkserver.py", 187)},
			Observe: observeViews(func(first, later view) string {
				return fmt.Sprintf("first: %s; later: %s", commandLine(first, first), commandLine(later, first))
			}),
		},
	}
}

// describeServer sorts what the later child has by the start of which it has it.
func describeServer(first, later view) string {
	var own, begun, other []string
	for _, field := range []string{"environ", "umask", "limit", "executable"} {
		switch {
		case later.child.Data[field] == nil: // not known
		case field == "executable" && number(later.child, field) == 2, equal(later.child, later.main, field):
			own = append(own, field)
		case field == "executable" && number(later.child, field) == 1, equal(later.child, first.main, field):
			begun = append(begun, field)
		default:
			other = append(other, field)
		}
	}
	return sorted(map[string][]string{"of its own start": own, "of the first start": begun, "of neither": other})
}

// describeSent lists what both children have as main has it, and what becomes of the path's empty entry.
func describeSent(first, later view) string {
	var sent, kept []string
	for _, field := range []string{"folder", "arguments", "path"} {
		if reasonOf(first.main, field) != "" {
			continue
		}
		if isSent(first, field) && isSent(later, field) {
			sent = append(sent, field)
		} else {
			kept = append(kept, field)
		}
	}
	said := sorted(map[string][]string{"sent": sent, "not sent": kept})
	if reasonOf(first.main, "path") != "" {
		return said
	}
	began := "not the folder in which main began"
	if first.child.Data["began_in_path"] == true {
		began = "the folder in which main began"
	}
	return said + "; the path's empty entry: " + began
}

// isSent says whether a child has what main has; the empty entry of the path is looked at on its own.
func isSent(v view, field string) bool {
	without := func(e stage.Event) []any {
		list, _ := e.Data[field].([]any)
		return slices.DeleteFunc(slices.Clone(list), func(entry any) bool { return entry == "" })
	}
	if field == "path" {
		return len(without(v.main)) > 0 && slices.Equal(without(v.main), without(v.child))
	}
	return equal(v.main, v.child, field)
}

// sorted says which fields belong to which word, the words in alphabetical order.
func sorted(fields map[string][]string) string {
	var said []string
	for word, list := range fields {
		if len(list) > 0 {
			said = append(said, word+": "+strings.Join(list, ", "))
		}
	}
	slices.Sort(said)
	return strings.Join(said, "; ")
}

// commandLine says whose arguments the main module found.
func commandLine(v, first view) string {
	found, _ := v.child.Data["command_line"].([]any)
	if len(found) <= 1 {
		return "none"
	}
	for _, of := range []struct {
		view
		whose string
	}{{v, "main's"}, {first, "those of the first start"}} {
		if arguments, _ := of.main.Data["arguments"].([]any); slices.Equal(found[1:], arguments) {
			return of.whose
		}
	}
	return "others"
}
