package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestRepl(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "the child prints another error", In: importing(),
			Change: func(r *mutation.Recording) {
				r.EachAttempt(conformance.Main, "repl", func(e *stage.Event) {
					e.Data["value"].(map[string]any)["errors"] = []any{"FileNotFoundError: <stdin>"}
				})
			},
			Fails: map[string]string{"mainmodule-repl-attribute-error": "the child must print an AttributeError; it is \"FileNotFoundError\""},
		},
		mutation.Mutant{
			Name: "the child has another exit code", In: importing(),
			Change: func(r *mutation.Recording) { setExitCode(r, "repl", "local", 255) },
			Fails:  map[string]string{"mainmodule-repl-exitcode": "the exit code of the child must be 1; it is 255"},
		},
	)
}
