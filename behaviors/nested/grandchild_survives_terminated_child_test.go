package nested_test

import (
	"slices"
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

func TestGrandchildSurvivesTerminatedChild(t *testing.T) {
	const id = "nested-grandchild-survives-terminated-child"
	mutation.Check(t,
		mutation.Mutant{
			Name: "the orphan ends with its parent", In: in(),
			Change: func(r *mutation.Recording) {
				pid := r.PID("orphan")
				n := slices.IndexFunc(r.Snapshots, func(s stage.Snapshot) bool { return s.Point == "orphaned" })
				r.Snapshots[n].Processes = slices.DeleteFunc(r.Snapshots[n].Processes, func(p platform.Process) bool { return p.PID == pid })
			},
			Fails: map[string]string{id: "the orphan must be alive"},
		},
		mutation.Mutant{
			Name: "the orphan does not reach its end", In: in(),
			Change: func(r *mutation.Recording) { r.RemoveEvents("leave", "orphan") },
			Fails:  map[string]string{id: `orphan must report "leave"`, "nested-terminated-child-ends-at-once": `orphan must report "leave"`},
		},
	)
}
