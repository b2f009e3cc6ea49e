package identity_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestPIDsDistinct(t *testing.T) {
	const id = "identity-pids-distinct"
	main := func(r *mutation.Recording) stage.Event { return r.First("body", conformance.Main) }
	helpers := []string{"helper-count-while-children-run"}
	for _, role := range roles() {
		mutation.Check(t, mutation.Mutant{
			Name: role + " runs in the main process", In: in(), Change: runIn(role, main),
			Fails: map[string]string{
				id: "the process ID of " + role + " must not be", "identity-siblings-share-ppid": "the parent ID of sing must be",
				"identity-ppid-is-main": "the parent ID that " + role + " reports", "identity-ppid-is-server": "",
				"mainmodule-imported-under-spawn":      role + " must run the main module",
				"mainmodule-imported-under-forkserver": role + " or its server must run the main module",
			},
			Changes: helpers,
		})
	}
	mutation.Check(t, mutation.Mutant{
		Name: "both children run in one process", In: in(),
		Change: func(r *mutation.Recording) {
			one := r.PID("dance")
			r.SetData("started", conformance.Main, "child_pid", float64(one))
			for _, event := range []string{"enter", "ask", "line", "leave"} {
				r.Each(event, "sing", func(e *stage.Event) { e.PID = one })
			}
		},
		Fails: map[string]string{id: "the process ID of sing must not be"}, Changes: helpers,
	})
}
