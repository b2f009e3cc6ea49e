package forkserver

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "forkserver-survives-connection", Level: conformance.Extended, Program: access, Methods: []string{conformance.Forkserver},
	Statement: "The fork server SHOULD survive a connection over which nothing is sent.",
	Sources:   []conformance.Source{socketIssue()},
	MayLack:   unlistedSockets,
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "connect")
		s.Returned(conformance.Main, "same server", true)
	},
})
