package mainmodule

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-not-imported-under-fork", Level: conformance.Core, Program: "sing-dance", Methods: []string{conformance.Fork},
	Statement: "Under fork, the main module MUST NOT be imported again.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		main := s.MainPID()
		for _, e := range s.Events("body", "") {
			s.Check(e.PID == main, "only the main process must run the main module", "another process did")
		}
	},
})
