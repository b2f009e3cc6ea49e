package inherit

import (
	"slices"
	"strings"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-state-sent-at-start", Level: conformance.Observation, Program: program, Methods: conformance.ImportingMain(),
	Statement: "Which of the current directory, the arguments and the import path start() sends to a child.",
	Sources:   []conformance.Source{source.Line("3.14.10", "Lib/multiprocessing/spawn.py", 184)},
	Observe: func(s *conformance.Scene) string {
		return observe(func(s *conformance.Scene, first, later state) string {
			var sent, kept []string
			for _, field := range []string{"folder", "arguments", "path"} {
				switch {
				case s.FieldAbsentReason(first.main, field) != "":
				case isSent(first, field) && isSent(later, field):
					sent = append(sent, field)
				default:
					kept = append(kept, field)
				}
			}
			outcome := listed(map[string][]string{"sent": sent, "not sent": kept})
			switch {
			case s.FieldAbsentReason(first.main, "path") != "":
				return outcome
			case first.child.Data["began_in_path"] == true:
				return outcome + "; the empty entry of the path: the folder in which the main process began"
			}
			return outcome + "; the empty entry of the path: not the folder in which the main process began"
		})(s)
	},
})

// isSent reports whether a child has what the main process has. The empty entry of the import path does not count.
func isSent(st state, field string) bool {
	if field != "path" {
		return equal(st.main, st.child, field)
	}
	entries := func(e conformance.Event) []any {
		list, _ := e.Data[field].([]any)
		return slices.DeleteFunc(slices.Clone(list), func(entry any) bool { return entry == "" })
	}
	return len(entries(st.main)) > 0 && slices.Equal(entries(st.main), entries(st.child))
}

// listed lists fields by what they have in common, in alphabetical order: "not sent: folder; sent: path".
func listed(fields map[string][]string) string {
	var parts []string
	for what, list := range fields {
		if len(list) > 0 {
			parts = append(parts, what+": "+strings.Join(list, ", "))
		}
	}
	slices.Sort(parts)
	return strings.Join(parts, "; ")
}
