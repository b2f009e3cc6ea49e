package helper

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "helper-tmpdir-path-too-long", Level: conformance.Extended, Program: program,
	Statement: "start() SHOULD succeed if the path of the temporary directory is too long for a socket.",
	Sources: []conformance.Source{
		{Text: "get_temp_dir() and the length of a socket's path", URL: "https://github.com/python/cpython/issues/132124"},
	},
	MayLack: conformance.Windows,
	Judge:   func(s *conformance.Scene) { expectStartWorks(s, "very-long-tmpdir") },
})

var _ = group.Add(conformance.Behavior{
	ID: "helper-tmpdir-path-at-socket-limit", Level: conformance.Extended, Program: program, Methods: []string{conformance.Forkserver},
	Statement: "start() SHOULD succeed if the path of the temporary directory is just short enough, or just too long, for a socket in it.",
	Sources: []conformance.Source{
		{Text: "CPython issue 140734, a path that is one byte too long", URL: "https://github.com/python/cpython/issues/140734"},
		{Text: "CPython issue 149527, a path that is up to four bytes too long", URL: "https://github.com/python/cpython/issues/149527"},
	},
	Judge: func(s *conformance.Scene) {
		expectStartWorks(s, "just-fitting-tmpdir")
		expectStartWorks(s, "just-too-long-tmpdir")
	},
})

// expectStartWorks checks a further main process that has a temporary folder of its own, and its child.
func expectStartWorks(s *conformance.Scene, role string) {
	s.Returned(conformance.Main, role, 0)
	s.Returned(role, "start "+role, nil)
	child := role + "-child"
	s.Expect(s.ExitCode(role, child), "the exit code of %s", child).To(gomega.Equal(0))
	s.Event("enter", child)
	s.Event("leave", child)
}
