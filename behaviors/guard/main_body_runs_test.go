package guard_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestMainBodyRuns(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "no process reports its body", In: importing(unguarded),
		Change: func(r *mutation.Recording) { r.RemoveEvents("body", "") },
		Fails: map[string]string{
			"guard-error-is-runtime-error": `main must report "body"`, "guard-error-during-main-import-under-other-name": `main must report "body"`,
			"guard-bootstrapping-error": `main must report "body"`, "guard-error-in-each-child": `main must report "body"`,
			"guard-error-not-in-main": `main must report "body"`, "guard-error-during-main-import": `main must report "body"`,
			"guard-targets-never-run": `main must report "body"`,
			"guard-processes-bounded": "the main process must report that its body runs",
		},
		Changes: []string{"guard-main-body-runs"},
	})
}
