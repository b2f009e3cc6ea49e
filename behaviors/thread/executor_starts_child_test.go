package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

// inStarts returns the good recordings of thread-starts by CPython 3.15.
func inStarts(methods ...string) mutation.Scenes {
	return mutation.By("cpython-3.15", "thread-starts", methods...)
}

func TestExecutorStartsChild(t *testing.T) {
	const id = "thread-executor-starts-child"
	mutation.Check(t, mutation.WrongReturn(id, "status executor", 1.0, inStarts(), "")...)
	mutation.CheckFails(t, "the target does not return", inStarts(), func(r *mutation.Recording) {
		r.RemoveEvents("leave", "executor")
	}, id, `executor must report "leave" exactly once`)
}

// warned returns the mutant in which a start gives warnings.
func warned(id, what string, warnings []any, reason string, methods ...string) mutation.Mutant {
	return mutation.Mutant{
		Name: "other warnings of " + what, In: inStarts(methods...),
		Change: func(r *mutation.Recording) { r.SetReturned(conformance.Main, what, warnings) },
		Fails:  map[string]string{id: reason},
	}
}
