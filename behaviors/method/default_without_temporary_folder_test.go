package method_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestDefaultWithoutTemporaryFolder(t *testing.T) {
	const isSpawn, starts = "method-default-without-temporary-folder-is-spawn", "method-default-without-temporary-folder-starts"
	in := mutation.By("cpython-3.15", "unset-start-method")
	found := func(field string, value any) func(r *mutation.Recording) {
		return func(r *mutation.Recording) {
			r.EachAttempt(conformance.Main, "without a temporary folder", func(e *stage.Event) {
				e.Data["value"].(map[string]any)[field] = value
			})
		}
	}
	mutation.CheckFails(t, "the default is forkserver", in, found("default", "forkserver"), isSpawn, "the default method without a temporary folder must")
	mutation.CheckFails(t, "the child does not run", in, found("exitcode", nil), starts, "the exit code of the child must be 7; it is nothing")
	mutation.CheckFails(t, "start() raises an error", in, func(r *mutation.Recording) {
		found("exitcode", nil)(r)
		found("error", "FileNotFoundError: no")(r)
	}, starts, "the exit code of the child must be 7; start() raised FileNotFoundError")
	for _, mutant := range mutation.WrongReturn(isSpawn, "without a temporary folder", "text", in, "the further main must report what it finds") {
		mutant.Fails[starts] = mutant.Fails[isSpawn]
		mutation.Check(t, mutant)
	}
}
