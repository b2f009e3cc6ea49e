package guard_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

const noChildError = "a process other than the main process must raise an error"

func TestErrorIsRuntimeError(t *testing.T) {
	const id = "guard-error-is-runtime-error"
	mutation.Check(t,
		mutation.Mutant{
			Name: "the errors are of another class", In: importing(unguarded),
			Change: func(r *mutation.Recording) { r.SetData("error", "", "types", []any{"OSError", "Exception"}) },
			Fails:  map[string]string{id: `must include "RuntimeError"; it is ["OSError", "Exception"]`},
		},
		mutation.Mutant{
			Name: "the second error is of another class", In: importing(unguarded),
			Change: func(r *mutation.Recording) { secondError(r).Data["types"] = []any{"OSError", "Exception"} },
			Fails:  map[string]string{id: "the error class of process"},
		},
	)
}

func TestErrorInEachChild(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "no process raises an error", In: importing(unguarded),
			Change: func(r *mutation.Recording) { r.RemoveEvents("error", "") },
			Fails: map[string]string{
				"guard-error-is-runtime-error": noChildError, "guard-bootstrapping-error": noChildError, "guard-error-in-each-child": noChildError,
				"guard-error-during-main-import": noChildError, "guard-error-during-main-import-under-other-name": noChildError,
			},
		},
		mutation.Mutant{
			Name: "one child does not raise the error", In: importing(unguarded),
			Change: func(r *mutation.Recording) {
				silent := secondError(r).PID
				r.Remove(func(e stage.Event) bool { return e.Event == "error" && e.PID == silent })
			},
			Fails: map[string]string{"guard-error-in-each-child": "must raise the error"},
		},
		mutation.Mutant{
			Name: "the main process starts only one child", In: importing(unguarded),
			Change: func(r *mutation.Recording) {
				r.Remove(func(e stage.Event) bool { return e.Event == "started" && e.Data["child"] == "dance" })
			},
			Fails: map[string]string{"guard-error-in-each-child": "the main process must start 2 children; it started 1"},
		},
		mutation.Mutant{
			Name: "the server raises the error", In: mutation.By("cpython-3.15", unguarded, conformance.Forkserver),
			Change: func(r *mutation.Recording) {
				server := r.First("body", "").PID
				r.Each("error", "", func(e *stage.Event) { e.PID = server })
			},
			Fails: map[string]string{"guard-error-in-each-child": "sing must raise the error"},
		},
		mutation.Mutant{
			Name: "the main process does not report its body", In: importing(unguarded),
			Change: func(r *mutation.Recording) { r.RemoveEvents("body", conformance.Main) },
			Fails: map[string]string{ // whose error is whose is unknown then
				"guard-error-is-runtime-error": `main must report "body"`, "guard-error-during-main-import-under-other-name": `main must report "body"`,
				"guard-bootstrapping-error": `main must report "body"`, "guard-error-in-each-child": `main must report "body"`,
				"guard-error-not-in-main": `main must report "body"`, "guard-error-during-main-import": `main must report "body"`,
				"guard-targets-never-run": `main must report "body"`,
			},
			Changes: []string{"guard-main-body-runs"},
		},
	)
}

func TestErrorNotInMain(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "only the main process raises the error", In: importing(unguarded),
			Change: func(r *mutation.Recording) {
				r.RemoveEvents("error", "")
				mainRaises(r, map[string]any{"types": []any{"RuntimeError"}, "message": "bootstrapping", "phase": "body", "name": "__main__"})
			},
			Fails: map[string]string{
				"guard-error-is-runtime-error": noChildError, "guard-bootstrapping-error": noChildError, "guard-error-in-each-child": noChildError,
				"guard-error-during-main-import": noChildError, "guard-error-during-main-import-under-other-name": noChildError,
				"guard-error-not-in-main": "the main process must not raise an error",
			},
		},
		mutation.Mutant{
			Name: "the main process raises an error as well", In: importing(unguarded),
			Change: func(r *mutation.Recording) { mainRaises(r, map[string]any{"types": []any{"OSError"}}) },
			Fails:  map[string]string{"guard-error-not-in-main": "the main process must not raise an error; it raised [OSError]"},
		},
	)
}
