// Package identity holds the behaviors of process IDs, parents and names.
package identity

import "github.com/singdance/singdance/conformance"

var group = conformance.NewGroup("identity", 30, "process IDs, parents and names")

const program = "sing-dance"

// children returns the event "enter" of both children. It ends the judge unless the main process and each child began.
func children(s *conformance.Scene) []conformance.Event {
	s.MainPID()
	return s.Children("sing", "dance")
}
