package obstacle

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "obstacle-numbers-to-preload", Level: conformance.Extended, Program: program, Methods: []string{conformance.Forkserver},
	Statement: "set_forkserver_preload() SHOULD raise a TypeError if the list holds something else than names.",
	Sources:   []conformance.Source{source.Function("set_forkserver_preload"), issue("107963", "the names of modules to preload are checked")},
	Judge:     func(s *conformance.Scene) { s.RefusedWith(conformance.Main, "preload numbers", "TypeError") },
})
