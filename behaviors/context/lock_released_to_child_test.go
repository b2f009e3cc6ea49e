package context_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestLockReleasedToChild(t *testing.T) {
	const id = "context-lock-released-to-child"
	mutation.CheckFails(t, "the child can never acquire the lock", in(), func(r *mutation.Recording) {
		r.SetReturned("own-lock", "acquire released", false)
	}, id, `the attempt "acquire released" of own-lock must return true`)
	mutation.CheckFails(t, "the child does not wait for the lock", in(), func(r *mutation.Recording) {
		r.RemoveAttempt("own-lock", "acquire released")
	}, id, `own-lock must report the attempt "acquire released" exactly once`)
	mutation.CheckFails(t, "main does not release the lock", in(), func(r *mutation.Recording) {
		r.RemoveEvents("releasing", conformance.Main)
	}, id, "main must report that it releases the lock")
	mutation.CheckFails(t, "the child acquires the lock that main holds", in(), func(r *mutation.Recording) {
		for n, e := range r.Events {
			if e.Role == "own-lock" && e.Data["what"] == "acquire released" {
				r.MoveIndex(n, r.Index("releasing", conformance.Main))
				return
			}
		}
	}, id, "must come before")
}
