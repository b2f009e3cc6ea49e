package forkserver

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
)

func relaunch() conformance.Source {
	return conformance.Source{Text: "forkserver process isn't re-launched if it died", URL: "https://github.com/python/cpython/issues/75489"}
}

var _ = group.Add(conformance.Behavior{
	ID: "forkserver-replaced-after-kill", Level: conformance.Extended, Program: program, Methods: []string{conformance.Forkserver},
	Statement: "The next start() after the server was killed SHOULD start another server.",
	Sources:   []conformance.Source{relaunch(), preload()},
	Judge: func(s *conformance.Scene) {
		s.Returned(conformance.Main, "replace server", true)
		before, after := s.Event("enter", "third"), s.Event("enter", "fourth")
		s.Expect(after.PPID, "the server after the first one was killed").NotTo(gomega.Equal(before.PPID))
		table := s.Table("fourth")
		s.Check(!table.Alive(before.PPID), "the killed server must not be alive", "it is")
		s.Expect(table.Parent(after.PPID), "the parent of the new server").To(gomega.Equal(s.MainPID()))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "forkserver-replaced-after-kill-preloads", Level: conformance.Extended, Program: program, Methods: []string{conformance.Forkserver},
	Statement: "A server that replaces a killed one SHOULD import the modules that were last named for preloading.",
	Sources:   []conformance.Source{relaunch(), preload()},
	Judge: func(s *conformance.Scene) {
		if reason := s.AbsentReason(conformance.Main, "preload late"); reason != "" {
			s.Absent("%s", reason)
		}
		s.Returned(conformance.Main, "replace server", true)
		s.Returned("fourth", "preloaded late", true)
	},
})
