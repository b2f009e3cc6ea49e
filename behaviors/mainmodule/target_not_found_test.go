package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

// observations are the behaviors that describe the origins from which a target is not found.
var observations = map[string]string{
	"package": "mainmodule-package", "directory": "mainmodule-directory", "zip": "mainmodule-zip-archive",
	"command": "mainmodule-command-string", "stdin": "mainmodule-stdin",
}

// setResult sets a field of the result that the main process has of an origin.
func setResult(r *mutation.Recording, origin, field string, value any) {
	r.EachAttempt(conformance.Main, origin, func(e *stage.Event) { e.Data["value"].(map[string]any)[field] = value })
}

func TestTargetNotFound(t *testing.T) {
	const id, sparesMain = "mainmodule-target-not-found", "mainmodule-target-not-found-spares-main"
	for origin, observation := range observations {
		unknown := "the local child of a main module from " + origin + " must run its target or fail with an error"
		mutation.Check(t,
			mutation.Mutant{
				Name: origin + ": a child fails with exit code 0", In: importing(),
				Change: func(r *mutation.Recording) { setExitCode(r, origin, "local", 0) },
				Fails:  map[string]string{id: unknown}, Changes: []string{observation},
			},
			mutation.Mutant{
				Name: origin + ": no error is printed", In: importing(),
				Change: func(r *mutation.Recording) { setResult(r, origin, "errors", []any{}) },
				Fails:  map[string]string{id: unknown}, Changes: []string{observation},
			},
			mutation.Mutant{
				Name: origin + ": the main process fails with its child", In: importing(),
				Change: func(r *mutation.Recording) { setResult(r, origin, "status", 1.0) },
				Fails:  map[string]string{sparesMain: "the main process from " + origin + " must end with exit status 0"},
			},
		)
	}
	mutation.Check(t, mutation.Mutant{
		Name: "only one of two failing children prints an error", In: importing(),
		Change: func(r *mutation.Recording) {
			r.EachAttempt(conformance.Main, "stdin", func(e *stage.Event) {
				value := e.Data["value"].(map[string]any)
				value["errors"] = value["errors"].([]any)[:1]
			})
		},
		Fails: map[string]string{id: "the children of a main module from stdin must print at least 2 errors; they printed 1"},
	})
}
