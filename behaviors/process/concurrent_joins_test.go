package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

// goEnds returns Go's good recordings of process-ends: the recordings of CPython show the known difference of concurrent joins.
func goEnds(methods ...string) mutation.Scenes { return mutation.By("go", "process-ends", methods...) }

func TestConcurrentJoins(t *testing.T) {
	const exitcode, notAlive = "process-concurrent-joins-exitcode", "process-concurrent-joins-not-alive"
	seen := func(field string, value any) func(r *mutation.Recording) {
		return func(r *mutation.Recording) {
			r.EachAttempt(conformance.Main, "joins", func(e *stage.Event) {
				e.Data["value"].([]any)[1].(map[string]any)[field] = value
			})
		}
	}
	mutation.CheckFails(t, "the second thread reads no exit code", goEnds(), seen("exitcode", nil), exitcode, "the exitcode that thread 2 reads after join() must be 7")
	mutation.CheckFails(t, "the second thread reads another exit code", goEnds(), seen("exitcode", 255.0), exitcode, "the exitcode that thread 2 reads after join() must be 7")
	mutation.CheckFails(t, "the child is alive in the second thread", goEnds(), seen("alive", true), notAlive, "is_alive() in thread 2 must be False after join()")
	mutation.Check(t, mutation.Mutant{
		Name: "a thread never returns from join()", In: goEnds(),
		Change: func(r *mutation.Recording) {
			r.EachAttempt(conformance.Main, "joins", func(e *stage.Event) { e.Data["value"] = e.Data["value"].([]any)[:1] })
		},
		Fails: map[string]string{
			exitcode: "main must report what each of two threads sees after join()",
			notAlive: "main must report what each of two threads sees after join()",
		},
	})
}
