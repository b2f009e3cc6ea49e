package method_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestListHasNoForkOnWindows(t *testing.T) {
	fails := map[string]string{"method-list-has-no-fork-on-windows": "the list of all start methods must not include"}
	mutation.Check(t,
		list("Windows offers fork", windows(), []any{conformance.Spawn, conformance.Fork}, fails),
		list("Windows offers forkserver", windows(), []any{conformance.Spawn, conformance.Forkserver}, fails),
	)
}
