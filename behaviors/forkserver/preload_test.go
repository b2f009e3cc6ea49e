package forkserver_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestPreload(t *testing.T) {
	const imports, ignored = "forkserver-preload-imports-module", "forkserver-preload-ignored-by-other-methods"
	refused := mutation.Refused(imports, "preload", in())
	refused.Fails[ignored] = refused.Fails[imports]
	mutation.Check(t,
		refused,
		returns("nothing is preloaded", "first", "preloaded", false, imports, conformance.Forkserver),
		returns("modules are preloaded without a server", "first", "preloaded", true, ignored, conformance.Spawn, conformance.Fork),
		returns("a module that is named late is preloaded", "second", "preloaded late", true, "forkserver-preload-after-server-start", conformance.Forkserver),
		mutation.Mutant{
			Name: "the server imports a module in the folder of the main module", In: in(conformance.Forkserver),
			Change: func(r *mutation.Recording) {
				server := r.First("enter", "first").PPID
				r.Each("preloaded-module-imported", "", func(e *stage.Event) { e.PID = server })
			},
			Changes: []string{"forkserver-preload-local-module"},
		},
	)
}
