package tracker_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

func TestKeepsResourcesAfterChildExit(t *testing.T) {
	const id = "tracker-keeps-resources-after-child-exit"
	importing := in(conformance.ImportingMain()...)
	mutation.Check(t,
		mutation.Mutant{
			Name: "the end of a child removes the semaphore", In: importing,
			Change: setExists("owner", "exists after the child", "semaphore", false),
			Fails:  map[string]string{id: "the semaphore must exist after the child; it does not"},
		},
		mutation.Mutant{
			Name: "the end of a child removes the block", In: in(),
			Change: setExists("owner", "exists after the child", "block", false),
			Fails:  map[string]string{id: "the block of shared memory must exist after the child"},
		},
		mutation.Mutant{
			Name: "the child cannot acquire the lock", In: importing,
			Change: setReturned("attaching-child", "acquire", false),
			Fails:  map[string]string{id: `the attempt "acquire" of attaching-child must return true`},
		},
		mutation.Mutant{
			Name: "the child reads something else", In: in(),
			Change: setReturned("attaching-child", "read", "跳舞"),
			Fails:  map[string]string{id: `the attempt "read" of attaching-child must return`},
		},
	)
}

func TestKeepsResourcesWhileChildRuns(t *testing.T) {
	const id, child = "tracker-keeps-resources-while-child-runs", "surviving-child"
	importing := in(conformance.ImportingMain()...)
	mutation.Check(t,
		mutation.Mutant{
			Name: "the semaphore is removed when its owner is killed", In: importing,
			Change: setExists(conformance.Main, "exists after the kill", "semaphore", false),
			Fails: map[string]string{
				id: "the semaphore must exist after the kill", "tracker-removes-semaphore-of-killed": "the semaphore must exist after the kill",
			},
		},
		mutation.Mutant{
			Name: "the block is removed when its owner is killed", In: in(),
			Change: setExists(conformance.Main, "exists after the kill", "block", false),
			Fails: map[string]string{
				id: "the block of shared memory must exist after the kill",
				"tracker-removes-shared-memory-of-killed": "the block of shared memory must exist after the kill",
			},
		},
		mutation.Mutant{
			Name: "the surviving child cannot acquire the lock", In: importing,
			Change: setReturned(child, "acquire", false),
			Fails:  map[string]string{id: `the attempt "acquire" of surviving-child must return true`},
		},
		mutation.Mutant{
			Name: "the surviving child reads something else", In: in(),
			Change: setReturned(child, "read", "跳舞"),
			Fails:  map[string]string{id: `the attempt "read" of surviving-child must return`},
		},
		mutation.Mutant{
			Name: "the surviving child never starts", In: in(),
			Change: func(r *mutation.Recording) { r.Remove(func(e stage.Event) bool { return e.Role == child }) },
			Fails:  map[string]string{id: "surviving-child must report the attempt"},
		},
		mutation.Mutant{
			Name: "the surviving child ends with the owner", In: in(),
			Change: func(r *mutation.Recording) { r.Row(child, r.PID(child)).State = platform.Zombie },
			Fails:  map[string]string{id: "the surviving child must be alive after its parent was killed"},
		},
		mutation.Mutant{
			Name: "the surviving child leaves before the main process has looked", In: in(),
			Change: func(r *mutation.Recording) { r.MoveIndex(r.Index("leave", child), r.Index("enter", child)+1) },
			Fails:  map[string]string{id: `must come before "leave" of surviving-child`},
		},
		mutation.Mutant{
			Name: "the surviving child does not reach its end", In: in(),
			Change: func(r *mutation.Recording) { r.RemoveEvents("leave", child) },
			Fails:  map[string]string{id: `surviving-child must report "leave" exactly once`},
		},
	)
}
