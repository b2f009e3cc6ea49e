package nested_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestTerminatedChild(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "the terminated child has another exit code", In: in(),
			Change: func(r *mutation.Recording) { r.SetJoinedExitCode("intermediate", 255) },
			Fails:  map[string]string{"nested-terminated-child-exitcode": "the exit code of the terminated child must be -15; it is 255"},
		},
		mutation.Mutant{
			Name: "the terminated child returns from its target", In: in(),
			Change: func(r *mutation.Recording) {
				e := r.First("enter", "intermediate")
				e.Event = "leave"
				r.Insert(r.JoinedIndex("intermediate"), e)
			},
			Fails: map[string]string{
				"nested-terminated-child-ends-at-once":        "the target of intermediate must not return; it did",
				"nested-grandchild-survives-terminated-child": "the target of intermediate must not return; it did",
			},
		},
		mutation.Mutant{
			Name: "the terminated child is joined after its own child has ended", In: in(),
			Change: func(r *mutation.Recording) { r.MoveIndex(r.JoinedIndex("intermediate"), r.Index("leave", "orphan")+1) },
			Fails: map[string]string{
				"nested-terminated-child-ends-at-once":        `"joined" of main must come before "leave" of orphan`,
				"nested-grandchild-survives-terminated-child": `"joined" of main must come before "leave" of orphan`,
			},
		},
	)
}
