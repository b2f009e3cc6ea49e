package forkserver

import (
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
)

var _ = group.Add(conformance.Behavior{
	ID: "forkserver-preload-on-error-warns", Level: conformance.Core, Program: access, Methods: []string{conformance.Forkserver},
	Statement: `Since Python 3.15, the server MUST warn about a preload that fails if on_error is "warn".`,
	Sources:   []conformance.Source{preloadOnError()}, Requires: onError(),
	Judge: func(s *conformance.Scene) {
		expectChildren(s, "warn")
		s.Check(mainOf(s, "warn")["warned"] == true, "the server must print a warning about the module that it cannot import", "it does not")
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "forkserver-preload-on-error-fails", Level: conformance.Core, Program: access, Methods: []string{conformance.Forkserver},
	Statement: `Since Python 3.15, start() MUST raise an error after a preload that fails if on_error is "fail".`,
	Sources:   []conformance.Source{preloadOnError()}, Requires: onError(),
	Judge: func(s *conformance.Scene) {
		mainOf(s, "fail")
		s.Refused("main of fail", "start fail 1")
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "forkserver-preload-on-error-unknown-raises", Level: conformance.Core, Program: access,
	Statement: "Since Python 3.15, set_forkserver_preload() MUST raise a ValueError for an on_error that it does not know.",
	Sources:   []conformance.Source{preloadOnError()}, Requires: onError(),
	Judge: func(s *conformance.Scene) { s.RefusedWith(conformance.Main, "preload unknown", "ValueError") },
})

func onError() *conformance.Requirement {
	return conformance.Multiprocessing.And(&conformance.Requirement{
		Met:    func(i implementation.Implementation) bool { return conformance.VersionIn(i.Version, ">=3.15") },
		Reason: "before Python 3.15",
	})
}

func preloadOnError() conformance.Source {
	return conformance.Source{
		Text: "CPython 3.15 documentation, multiprocessing, set_forkserver_preload(), on_error new in 3.15",
		URL:  "https://docs.python.org/3.15/library/multiprocessing.html#multiprocessing.set_forkserver_preload",
	}
}
