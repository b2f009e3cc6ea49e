package concurrency_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
)

func TestChildrenRunTogether(t *testing.T) {
	const id, withMain = "concurrency-children-run-together", "concurrency-children-run-together-with-main"
	const unread = `the process table must be read at "together"`
	mutation.Check(t,
		mutation.Mutant{
			Name: "the process table is not read while both children wait", In: in(),
			Change: func(r *mutation.Recording) { r.RemoveTable("together") },
			Fails: map[string]string{
				id: unread, withMain: unread, "identity-pids-match-process-table": unread, "identity-siblings-share-ppid": unread,
				"identity-ppid-is-main": unread, "identity-ppid-is-server": unread, "exit-waits-for-children": unread, "mainmodule-imported-under-forkserver": unread,
			},
			Changes: []string{"helper-count-while-children-run"},
		},
		mutation.Mutant{
			Name: "the main process has ended while the children wait", In: in(),
			Change: func(r *mutation.Recording) { r.Row("together", r.MainPID()).State = platform.Zombie },
			Fails: map[string]string{
				withMain:                            "must be alive while both children wait",
				"identity-pids-match-process-table": "as which main reports itself",
				"exit-waits-for-children":           "the main process must be alive while its children run",
			},
		},
	)
	for _, role := range roles() {
		mutation.Check(t, mutation.Mutant{
			Name: role + " has ended before the other child begins", In: in(),
			Change: func(r *mutation.Recording) { r.RemoveProcess(r.PID(role)) },
			Fails: map[string]string{
				id:                                  role + ", process ",
				"identity-pids-match-process-table": "as which " + role + " reports itself",
				"identity-ppid-is-main":             "the parent of " + role + " in the process table",
				"identity-ppid-is-server":           "the parent of dance in the process table",
			},
		})
	}
}
