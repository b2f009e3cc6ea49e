package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
)

func TestActiveChildrenIncludeRunning(t *testing.T) {
	const reason = "active_children() must return exactly the running child"
	mutation.Check(t, mutation.WrongReturn("process-active-children-include-running", "children running", []any{}, in(), reason)...)
}

func TestActiveChildrenExcludeEnded(t *testing.T) {
	mutation.Check(t, mutation.WrongReturn("process-active-children-exclude-ended", "children ended", 1.0, in(), "")...)
}

func TestActiveChildrenReapEnded(t *testing.T) {
	const id = "process-active-children-reap-ended"
	mutation.Check(t,
		leaveZombie("overriding", "collected", id, "the process table must not have the ended child after active_children()"),
		mutation.Mutant{
			Name: "the process table is not read after active_children()", In: in(),
			Change: func(r *mutation.Recording) { r.RemoveTable("collected") },
			Fails:  map[string]string{id: `the process table must be read at "collected"`},
		},
	)
}

// leaveZombie returns the mutant in which the process table still has a child that has ended at a point.
func leaveZombie(role, point, id, reason string) mutation.Mutant {
	return mutation.Mutant{
		Name: role + " is a zombie at " + point, In: in(),
		Change: func(r *mutation.Recording) {
			r.AddRow(point, platform.Process{PID: r.PID(role), PPID: r.MainPID()})
			r.Row(point, r.PID(role)).State = platform.Zombie
		},
		Fails: map[string]string{id: reason},
	}
}
