package mutation

import (
	"fmt"
	"strings"

	"github.com/singdance/singdance/conformance"
)

// Unreported returns the mutant in which the main process does not report an attempt.
func Unreported(id, what string, in Scenes) Mutant {
	return UnreportedBy(conformance.Main, id, what, in)
}

// UnreportedBy returns the mutant in which a role does not report an attempt.
func UnreportedBy(role, id, what string, in Scenes) Mutant {
	return Mutant{
		Name: fmt.Sprintf("%s does not report the attempt %s", role, what), In: in,
		Change: func(r *Recording) { r.RemoveAttempt(role, what) },
		Fails:  map[string]string{id: fmt.Sprintf("%s must report the attempt %q exactly once", role, what)},
	}
}

// Accepted returns the mutant in which the main process succeeds in an attempt that must be refused.
func Accepted(id, what string, in Scenes) Mutant { return AcceptedBy(conformance.Main, id, what, in) }

// AcceptedBy returns the mutant in which a role succeeds in an attempt that must be refused.
func AcceptedBy(role, id, what string, in Scenes) Mutant {
	return Mutant{
		Name: fmt.Sprintf("the attempt %s of %s succeeds", what, role), In: in,
		Change: func(r *Recording) { r.Accept(role, what) },
		Fails:  map[string]string{id: fmt.Sprintf("the attempt %q of %s must be refused", what, role)},
	}
}

// Refused returns the mutant in which the main process is refused an attempt that must succeed.
func Refused(id, what string, in Scenes) Mutant { return RefusedBy(conformance.Main, id, what, in) }

// RefusedBy returns the mutant in which a role is refused an attempt that must succeed.
func RefusedBy(role, id, what string, in Scenes) Mutant {
	return Mutant{
		Name: fmt.Sprintf("the attempt %s of %s is refused", what, role), In: in,
		Change: func(r *Recording) { r.Refuse(role, what) },
		Fails:  map[string]string{id: fmt.Sprintf("the attempt %q of %s must succeed", what, role)},
	}
}

// WrongReturn returns the mutants of an attempt of the main process whose value is judged: it returns a wrong value, it is
// refused, and it is not reported. reason is a part of the reason for the wrong value; empty is that of
// Scene.Returned, or that of Scene.ExitCodeReported for an attempt "status ROLE".
func WrongReturn(id, what string, wrong any, in Scenes, reason string) []Mutant {
	if reason == "" {
		reason = fmt.Sprintf("the attempt %q of %s must return", what, conformance.Main)
		if role, isStatus := strings.CutPrefix(what, "status "); isStatus {
			reason = fmt.Sprintf("the exit code of %s that main reports must be", role)
		}
	}
	return []Mutant{
		{
			Name: fmt.Sprintf("the attempt %s returns %v", what, wrong), In: in,
			Change: func(r *Recording) { r.SetReturned(conformance.Main, what, wrong) },
			Fails:  map[string]string{id: reason},
		},
		Refused(id, what, in),
		Unreported(id, what, in),
	}
}

// NotEntered returns the mutant in which a child does not report that its target has begun. It must fail all ids.
func NotEntered(role string, in Scenes, ids ...string) Mutant {
	fails := map[string]string{}
	for _, id := range ids {
		fails[id] = role + ` must report "enter" exactly once`
	}
	return Mutant{
		Name: role + " does not report that its target has begun", In: in,
		Change: func(r *Recording) { r.RemoveEvents("enter", role) },
		Fails:  fails,
	}
}
