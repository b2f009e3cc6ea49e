package identity_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestPIDsMatchProcessTable(t *testing.T) {
	const id = "identity-pids-match-process-table"
	mutation.Check(t,
		mutation.Mutant{
			Name: "sing reports another process ID than it has", In: in(),
			Change: func(r *mutation.Recording) {
				r.Each("enter", "sing", func(e *stage.Event) { e.PID = mutation.UnknownPID })
				setChildPID(r, "sing", float64(mutation.UnknownPID))
			},
			Fails: map[string]string{
				id:                                     "the process table must have process 999, as which sing reports itself",
				"identity-ppid-is-main":                "the parent of sing in the process table",
				"identity-ppid-is-server":              "the parent of dance in the process table",
				"concurrency-children-run-together":    "",
				"mainmodule-imported-under-spawn":      "sing must run the main module",
				"mainmodule-imported-under-forkserver": "sing or its server must run the main module",
			},
			Changes: []string{"helper-count-while-children-run"},
		},
		mutation.Mutant{
			Name: "the main process reports another process ID than it has", In: in(),
			Change: func(r *mutation.Recording) {
				for n := range r.Events {
					if e := &r.Events[n]; e.Role == conformance.Main {
						e.PID = mutation.UnknownPID
					}
				}
			},
			Fails: map[string]string{
				id:                                "the process table must have process 999, as which main reports itself",
				"identity-ppid-is-main":           "the parent ID that sing reports",
				"identity-ppid-is-server":         "the parent of the server",
				"identity-parent-process-is-main": "the pid of parent_process() in sing",
				"concurrency-children-run-together-with-main": "",
				"exit-waits-for-children":                     "the main process must be alive while its children run",
			},
		},
		mutation.Mutant{
			Name: "a main process behind a launcher reports another parent than it has", In: launchers(),
			Change: func(r *mutation.Recording) {
				r.Each("body", conformance.Main, func(e *stage.Event) { e.PPID = mutation.UnknownPID })
			},
			Fails: map[string]string{id: "the parent ID that main reports"},
		},
		mutation.Mutant{
			Name: "both children report another parent than they have", In: in(),
			Change: func(r *mutation.Recording) { setPPID(r, "", mutation.UnknownPID) },
			Fails: map[string]string{
				id: "the parent ID that sing reports", "identity-ppid-is-main": "the parent ID that sing reports",
				"identity-ppid-is-server": "the parent ID that sing reports",
			},
		},
		mutation.Mutant{
			Name: "dance reports another parent than it has", In: in(),
			Change: func(r *mutation.Recording) { setPPID(r, "dance", mutation.UnknownPID) },
			Fails: map[string]string{
				id: "the parent ID that dance reports", "identity-siblings-share-ppid": "the parent ID of sing must be",
				"identity-ppid-is-main": "the parent ID that dance reports", "identity-ppid-is-server": "the parent ID that dance reports",
			},
		},
		mutation.Mutant{
			Name: "the process table has another parent of dance than dance reports", In: in(conformance.Spawn, conformance.Fork),
			Change: func(r *mutation.Recording) { r.Row("together", r.PID("dance")).PPID = mutation.UnknownPID },
			Fails: map[string]string{
				id: "the parent ID that dance reports", "identity-ppid-is-main": "the parent of dance in the process table",
			},
		},
	)
}
