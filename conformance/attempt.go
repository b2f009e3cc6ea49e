package conformance

import (
	"slices"
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// attemptOf returns what came of one attempt of a role, and asserts that it was made once. It ends the judge if the
// implementation has nothing to be tried.
func attemptOf(g types.Gomega, r *stage.Recording, role, what string) (stage.Event, bool) {
	found := slices.DeleteFunc(told(r, "attempt", role), func(e stage.Event) bool { return text(e, "what") != what })
	if !g.Expect(found).To(gomega.HaveLen(1), "the attempt %q must be told once by %s", what, role) {
		return stage.Event{}, false
	}
	if reason := text(found[0], "absent"); reason != "" {
		absent("%s", reason)
	}
	return found[0], true
}

// attempt is attemptOf main.
func attempt(g types.Gomega, r *stage.Recording, what string) (stage.Event, bool) {
	return attemptOf(g, r, main, what)
}

// attemptedAt is the position of an attempt of main, or -1.
func attemptedAt(r *stage.Recording, what string) int {
	return slices.IndexFunc(r.Events, func(e stage.Event) bool {
		return e.Event == "attempt" && e.Role == main && text(e, "what") == what
	})
}

// refused asserts that an attempt of main was refused with an error of the class, as documented, or of a class below it.
func refused(g types.Gomega, r *stage.Recording, what, class string) {
	attempt, ok := attempt(g, r, what)
	if ok && g.Expect(attempt.Data["refused"]).To(gomega.Equal(true), "the attempt %q was not refused", what) {
		g.Expect(classes(attempt)).To(gomega.ContainElement(class), "the attempt %q must be refused with %s and was with %s: %s",
			what, class, strings.Join(classes(attempt), ", "), text(attempt, "message"))
	}
}

// accepted asserts that an attempt of main was not refused, and returns what was answered.
func accepted(g types.Gomega, r *stage.Recording, what string) (any, bool) {
	attempt, ok := attempt(g, r, what)
	if !ok || !g.Expect(attempt.Data).To(gomega.HaveKeyWithValue("refused", false), "the attempt %q was refused: %s", what, text(attempt, "message")) {
		return nil, false
	}
	return attempt.Data["value"], true
}

// answered asserts that an attempt of main was answered with the value.
func answered(g types.Gomega, r *stage.Recording, what string, expected any) {
	answeredBy(g, r, main, what, expected)
}

// answeredBy is answered, for an attempt of another role.
func answeredBy(g types.Gomega, r *stage.Recording, role, what string, expected any) {
	attempt, ok := attemptOf(g, r, role, what)
	if !ok || !g.Expect(attempt.Data).To(gomega.HaveKeyWithValue("refused", false), "the attempt %q was refused: %s", what, text(attempt, "message")) {
		return
	}
	if expected == nil {
		g.Expect(attempt.Data).To(gomega.HaveKeyWithValue("value", gomega.BeNil()), "the answer to %q of %s", what, role)
		return
	}
	g.Expect(attempt.Data["value"]).To(gomega.BeEquivalentTo(expected), "the answer to %q of %s", what, role)
}

// lacking is why the implementation has nothing to be tried in an attempt of main, or empty.
func lacking(r *stage.Recording, what string) string { return lackingBy(r, main, what) }

// lackingBy is lacking, for an attempt of another role.
func lackingBy(r *stage.Recording, role, what string) string {
	for _, e := range told(r, "attempt", role) {
		if text(e, "what") == what {
			return text(e, "absent")
		}
	}
	return ""
}

// unlessLacking ends the judge if the implementation has nothing to be tried in an attempt of main.
func unlessLacking(r *stage.Recording, what string) { unlessLackingBy(r, main, what) }

// unlessLackingBy is unlessLacking, for an attempt of another role.
func unlessLackingBy(r *stage.Recording, role, what string) {
	if reason := lackingBy(r, role, what); reason != "" {
		absent("%s", reason)
	}
}

// reasonOf is why there is nothing in a field of an event's data, where the process says so.
func reasonOf(e stage.Event, field string) string {
	reasons, _ := e.Data["absent"].(map[string]any)
	reason, _ := reasons[field].(string)
	return reason
}

// unlessNone ends the judge if the implementation has nothing of what a field of an event's data is about.
func unlessNone(e stage.Event, field string) {
	if reason := reasonOf(e, field); reason != "" {
		absent("%s", reason)
	}
}

// observed tells what came of an attempt of main in words: the error's class where it was refused, and else what say
// makes of the answer. It ends the observation if the implementation has nothing to be tried.
func observed(r *stage.Recording, what string, say func(value any) string) string {
	for _, e := range told(r, "attempt", main) {
		switch {
		case text(e, "what") != what:
		case text(e, "absent") != "":
			absent("%s", text(e, "absent"))
		case e.Data["refused"] == false:
			return say(e.Data["value"])
		case len(classes(e)) > 0:
			return "refused: " + classes(e)[0]
		default:
			return "refused"
		}
	}
	return "not tried"
}
