package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestForkserverStateSource(t *testing.T) {
	const id = "inherit-forkserver-state-source"
	for _, field := range []string{"environ", "umask", "limit"} {
		mutation.CheckChanges(t, "a later child of a server has the "+field+" of the main process", served(), func(r *mutation.Recording) {
			r.SetData("state", later, field, r.All("state", conformance.Main)[1].Data[field])
		}, id)
	}
	mutation.CheckChanges(t, "a later child of a server runs its own executable", served(), set(later, "executable", 2.0), id)
}
