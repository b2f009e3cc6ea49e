package forkserver

import (
	"fmt"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "forkserver-preload-in-server", Level: conformance.Core, Program: access, Methods: []string{conformance.Forkserver},
	Statement: "The server MUST import a module that was named for preloading, so that its children have it already.",
	Sources:   []conformance.Source{preload()},
	Judge: func(s *conformance.Scene) {
		imported := s.EventsWhere(func(e conformance.Event) bool { return e.Event.Event == "preloaded-module-imported" })
		if len(imported) != 1 {
			s.Stop("one process must import the module", fmt.Sprintf("%d did", len(imported)))
		}
		for n := 1; n <= 2; n++ {
			child := s.Event("enter", fmt.Sprintf("reporting %d", n))
			s.Check(imported[0].PID == child.PPID,
				fmt.Sprintf("the parent of %s, which is the server, must import the module", child.Role), "another process imported it")
			s.Returned(child.Role, "preloaded", true)
		}
	},
})
