package mainmodule

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-imported-under-spawn", Level: conformance.Core, Program: "sing-dance", Methods: []string{conformance.Spawn},
	Statement: "Under spawn, each child MUST import the main module again.",
	Sources:   []conformance.Source{source.SpawnGuidelines(), source.ImportableMain()},
	Judge:     func(s *conformance.Scene) { expectImported(s, false) },
})

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-imported-under-forkserver", Level: conformance.Core, Program: "sing-dance", Methods: []string{conformance.Forkserver},
	Statement: "Under forkserver, each child, or the server that forks it, MUST import the main module again.",
	Sources:   []conformance.Source{source.SpawnGuidelines(), source.ImportableMain()},
	Judge:     func(s *conformance.Scene) { expectImported(s, true) },
})

// expectImported checks that each child ran the main module, or that its parent did, if that is a server.
func expectImported(s *conformance.Scene, server bool) {
	for _, child := range s.Children("sing", "dance") {
		ran := map[int]bool{}
		for _, e := range s.Events("body", "") {
			ran[e.PID] = e.Role != conformance.Main
		}
		if server {
			parent := s.Table("together").Parent(child.PID)
			s.Check(ran[child.PID] || ran[parent], child.Role+" or its server must run the main module", "neither did")
			continue
		}
		s.Check(ran[child.PID], child.Role+" must run the main module", "it did not")
	}
}
