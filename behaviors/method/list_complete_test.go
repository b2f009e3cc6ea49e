package method_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestListComplete(t *testing.T) {
	const id, reason = "method-list-complete", "the list of all start methods must include"
	fails := map[string]string{id: reason}
	mutation.Check(t,
		list("spawn is missing", in(), []any{conformance.Fork, conformance.Forkserver}, fails),
		list("fork is missing on a POSIX system", in(conformance.Spawn).On(mutation.MacOS), []any{conformance.Spawn, conformance.Forkserver}, fails),
		list("forkserver is missing although descriptors can be passed", in(), []any{conformance.Fork, conformance.Spawn}, fails),
		list("spawn is missing on Windows", windows(), []any{},
			map[string]string{id: reason, "method-default-listed-first": "the list of all start methods must not be empty"}),
		list("a library has methods of its own on Windows, which is right", windows(), []any{conformance.Spawn, "loky", "loky_init_main"}, nil),
	)
}
