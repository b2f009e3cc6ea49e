package forkserver

import (
	"strings"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
)

var _ = group.Add(conformance.Behavior{
	ID: "forkserver-challenges-connection", Level: conformance.Core, Program: access, Methods: []string{conformance.Forkserver},
	Statement: "Since Python 3.14, the fork server MUST challenge a process that connects to it to authenticate itself.",
	Sources: []conformance.Source{
		{
			Text: "CPython 3.14, What's New, multiprocessing: the fork server authenticates its control socket",
			URL:  "https://docs.python.org/3.14/whatsnew/3.14.html#multiprocessing",
		},
		socketIssue(),
	},
	MayLack: unlistedSockets,
	Requires: conformance.Multiprocessing.And(&conformance.Requirement{
		Met: func(i implementation.Implementation) bool {
			return i.Module == "multiprocessing" && conformance.VersionIn(i.Version, ">=3.14")
		},
		Reason: "new in multiprocessing of 3.14",
	}),
	Judge: func(s *conformance.Scene) {
		received, _ := s.Accepted(conformance.Main, "connect").(string)
		s.Check(strings.Contains(received, "#CHALLENGE#"), "the server must send a challenge to a process that connects", "it sent "+conformance.Words(received))
	},
})
