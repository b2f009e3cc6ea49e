package helper_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestTmpdirPathTooLong(t *testing.T) {
	const id, role = "helper-tmpdir-path-too-long", "very-long-tmpdir"
	direct := in(conformance.Spawn, conformance.Fork)
	mutation.Check(t,
		mutation.Mutant{
			Name: "the main process with the long path ends with an error", In: direct,
			Change: func(r *mutation.Recording) { r.SetReturned(conformance.Main, role, 1.0) },
			Fails:  map[string]string{id: `the attempt "very-long-tmpdir" of main must return 0; it returned 1`},
		},
		mutation.RefusedBy(role, id, "start very-long-tmpdir", direct),
	)
}

func TestTmpdirPathAtSocketLimit(t *testing.T) {
	const id = "helper-tmpdir-path-at-socket-limit"
	newest := mutation.By("cpython-3.15", "helper-processes", conformance.Forkserver)
	mutation.Check(t,
		mutation.Mutant{
			Name: "the main process with the longest path that fits ends with an error", In: newest,
			Change: func(r *mutation.Recording) { r.SetReturned(conformance.Main, "just-fitting-tmpdir", 1.0) },
			Fails:  map[string]string{id: `the attempt "just-fitting-tmpdir" of main must return 0`},
		},
		mutation.Mutant{
			Name: "the main process with the shortest path that does not fit ends with an error", In: newest,
			Change: func(r *mutation.Recording) { r.SetReturned(conformance.Main, "just-too-long-tmpdir", 1.0) },
			Fails:  map[string]string{id: `the attempt "just-too-long-tmpdir" of main must return 0`},
		},
		mutation.RefusedBy("just-fitting-tmpdir", id, "start just-fitting-tmpdir", newest),
		mutation.Mutant{
			Name: "the child with the shortest path that does not fit does not reach its end", In: newest,
			Change: func(r *mutation.Recording) { r.RemoveEvents("leave", "just-too-long-tmpdir-child") },
			Fails:  map[string]string{id: `just-too-long-tmpdir-child must report "leave"`},
		},
	)
}
