package thread_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestForeignThread(t *testing.T) {
	const exitcode, mainThread = "thread-foreign-thread-child-exitcode", "thread-foreign-thread-child-main-thread"
	for _, role := range []string{"foreign", "known-foreign"} {
		mutation.Check(t, mutation.WrongReturn(exitcode, "status "+role, 1.0, inStarts(), "")...)
		mutation.CheckFails(t, role+" has a main thread of another kind", inStarts(), func(r *mutation.Recording) {
			r.SetData("thread", role, "name", "Dummy-2")
		}, mainThread, "the name of the main thread of "+role)
		mutation.CheckFails(t, role+" runs in another thread", inStarts(), func(r *mutation.Recording) {
			r.SetData("thread", role, "is_main", false)
		}, mainThread, "the current thread of "+role+" must be its main thread")
	}
}
