package nested_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/internal/kept"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// CPython has the defect, so the good recording is of billiard.
func TestServerSharedWithParent(t *testing.T) {
	const id = "nested-server-shared-with-parent"
	shared := mutation.Scenes{{File: kept.File{Program: "nested-processes", Kind: kept.Known, Implementation: "billiard", Method: conformance.Forkserver}}}
	mutation.Check(t,
		mutation.Mutant{
			Name: "a child starts its own server", In: shared,
			Change: func(r *mutation.Recording) {
				r.SetParent(r.PID("orphan"), mutation.UnknownPID)
				r.AddRow("all-started", platform.Process{PID: mutation.UnknownPID, PPID: r.PID("intermediate"), Name: "server"})
			},
			Fails:   map[string]string{id: "the server of orphan must be"},
			Changes: []string{"nested-helper-count"},
		},
		mutation.Mutant{
			Name: "a child that waits for its own child starts its own server", In: shared,
			Change: func(r *mutation.Recording) {
				r.Each("enter", "grandchild", func(e *stage.Event) { e.PPID = mutation.UnknownPID })
			},
			Fails: map[string]string{id: "the server of grandchild must be"},
		},
		mutation.Mutant{
			Name: "a grandchild reports another parent ID than it has", In: shared,
			Change: func(r *mutation.Recording) {
				r.Each("enter", "orphan", func(e *stage.Event) { e.PPID = mutation.UnknownPID })
			},
			Fails: map[string]string{id: "the parent ID that orphan reports"},
		},
	)
}
