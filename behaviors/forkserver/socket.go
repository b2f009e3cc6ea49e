package forkserver

import (
	"fmt"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
)

// access is the program that looks at the socket of the server and at the modules that it imports in advance.
const access = "fork-server"

// others are the permissions of the group and of all other users.
const others = 0o077

var _ = group.Add(conformance.Behavior{
	ID: "forkserver-socket-in-file-system", Level: conformance.Extended, Program: access, Methods: []string{conformance.Forkserver},
	Statement: "The fork server SHOULD listen on a socket in the file system, so that permissions protect it.",
	Sources:   []conformance.Source{socketIssue()},
	MayLack:   unlistedSockets,
	Judge: func(s *conformance.Scene) {
		s.Check(socket(s)["abstract"] == false, "the socket of the server must be in the file system", "it is abstract: every user can connect to it")
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "forkserver-socket-private", Level: conformance.Extended, Program: access, Methods: []string{conformance.Forkserver},
	Statement: "The permissions of the socket and of its folder SHOULD keep other users from connecting to the fork server.",
	Sources:   []conformance.Source{socketIssue()},
	MayLack:   unlistedSockets,
	Judge: func(s *conformance.Scene) {
		seen := socket(s)
		mode, hasMode := seen["mode"].(float64)
		folder, hasFolder := seen["folder_mode"].(float64)
		private := hasMode && int(mode)&others == 0 || hasFolder && int(folder)&others == 0
		s.Check(private, "the socket or its folder must be accessible to its owner alone", fmt.Sprintf("their modes are %o and %o", int(mode), int(folder)))
	},
})

// unlistedSockets is met where the program cannot find the address of the server's socket.
var unlistedSockets = &conformance.Requirement{
	Met:    func(i implementation.Implementation) bool { return i.Platform != "linux" },
	Reason: "only Linux lists the sockets of a process in a file",
}

// socket returns what main found about the socket of the server.
func socket(s *conformance.Scene) map[string]any {
	value := s.Accepted(conformance.Main, "socket")
	seen, reported := value.(map[string]any)
	if !reported {
		s.Stop("main must report what the socket of the server is", "it reported "+conformance.Words(value))
	}
	return seen
}

func socketIssue() conformance.Source {
	return conformance.Source{
		Text: "CPython issue 97514: abstract sockets of the fork server, and its authentication", URL: "https://github.com/python/cpython/issues/97514",
	}
}
