package guard_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestProcessesBounded(t *testing.T) {
	const id = "guard-processes-bounded"
	mutation.Check(t,
		mutation.Mutant{
			Name: "a grandchild runs the main module", In: mutation.In(unguarded, conformance.Spawn),
			Change: func(r *mutation.Recording) {
				e := r.All("body", "")[1]
				e.PPID, e.PID = e.PID, mutation.UnknownPID
				r.Insert(r.Index("exit", conformance.Main), e)
			},
			Fails:   map[string]string{id: "at most 3 processes must run the main module; 4 did"},
			Changes: []string{"guard-main-body-runs"},
		},
		mutation.Mutant{
			Name: "a grandchild and its child run the main module", In: importing(unguarded),
			Change: func(r *mutation.Recording) {
				e := r.All("body", "")[1]
				for n := range 2 {
					e.PPID, e.PID = e.PID, mutation.UnknownPID+n
					r.Insert(r.Index("exit", conformance.Main), e)
				}
			},
			Fails:   map[string]string{id: "processes must run the main module"},
			Changes: []string{"guard-main-body-runs"},
		},
		mutation.Mutant{
			Name: "a child starts a child", In: importing(unguarded),
			Change: func(r *mutation.Recording) {
				e := r.First("started", conformance.Main)
				pid, _ := e.Data["child_pid"].(float64)
				e.Role, e.PPID, e.PID = "", e.PID, int(pid)
				r.Insert(r.Index("exit", conformance.Main), e)
			},
			Fails: map[string]string{id: "the number of children that were started must be at most 2; it is 3"},
		},
		mutation.Mutant{
			Name: "a child has to be killed", In: importing(unguarded), Change: survivor,
			Fails: map[string]string{id: "no process must be left"},
		},
	)
}
