package mainmodule_test

import (
	"slices"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

// in returns the good recordings of the program main-module-origins.
func in(methods ...string) mutation.Scenes { return mutation.In("main-module-origins", methods...) }

// importing returns the good recordings under spawn and forkserver.
func importing() mutation.Scenes { return in(conformance.ImportingMain()...) }

// by315 returns the good recordings of Python 3.15, for what has known differences in older versions.
func by315(methods ...string) mutation.Scenes {
	if len(methods) == 0 {
		methods = conformance.ImportingMain()
	}
	return mutation.By("cpython-3.15", "main-module-origins", methods...)
}

// setExitCode sets the exit code that a main process reports of a child.
func setExitCode(r *mutation.Recording, origin, child string, code float64) {
	r.Each("exit", origin, func(e *stage.Event) { e.Data["exitcodes"].(map[string]any)[origin+" "+child] = code })
}

// failBeforeTarget makes a child fail before it reaches its target.
func failBeforeTarget(r *mutation.Recording, origin, child, class string) {
	r.Remove(func(e stage.Event) bool {
		return e.Role == origin+" "+child && slices.Contains([]string{"enter", "leave"}, e.Event)
	})
	setExitCode(r, origin, child, 1)
	r.EachAttempt(conformance.Main, origin, func(e *stage.Event) {
		value := e.Data["value"].(map[string]any)
		value["errors"] = append(value["errors"].([]any), class+": an example")
	})
}

// refuseStart makes start() raise an error for a child.
func refuseStart(r *mutation.Recording, origin, child, class string) {
	failBeforeTarget(r, origin, child, class)
	r.EachAttempt(origin, "start "+child, func(e *stage.Event) {
		e.Data["refused"], e.Data["types"] = true, []any{class, "Exception"}
	})
	r.Each("exit", origin, func(e *stage.Event) { delete(e.Data["exitcodes"].(map[string]any), origin+" "+child) })
}

// outcomeOf begins the reason that names a child.
func outcomeOf(child, origin string) string {
	return "the outcome of the " + child + " child of a main module from " + origin
}

// notRun returns the mutants in which the child of an origin does not run its target in the main module.
func notRun(id string, origins ...string) []mutation.Mutant {
	var mutants []mutation.Mutant
	for _, origin := range origins {
		role, subject := origin+" local", "the local child of a main module from "+origin
		mutants = append(mutants,
			mutation.Mutant{
				Name: origin + ": a child cannot import the main module", In: importing(),
				Change: func(r *mutation.Recording) { failBeforeTarget(r, origin, "local", "AttributeError") },
				Fails:  map[string]string{id: outcomeOf("local", origin) + ` must be "runs"; it is "AttributeError"`},
			},
			mutation.Mutant{
				Name: origin + ": the target does not reach its end", In: importing(),
				Change: func(r *mutation.Recording) { r.RemoveEvents("leave", role) },
				Fails: map[string]string{
					id:                            outcomeOf("local", origin),
					"mainmodule-target-not-found": subject + " must run its target completely or not start it",
				},
			},
			mutation.Mutant{
				Name: origin + ": the target does not run, and no error is reported", In: importing(),
				Change: func(r *mutation.Recording) { r.RemoveEvents("enter", role) },
				Fails: map[string]string{
					id:                            outcomeOf("local", origin),
					"mainmodule-target-not-found": subject + " must run its target or fail with an error",
				},
			},
		)
	}
	return mutants
}
