package start

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "start-keeps-signal-mask", Level: conformance.Extended, Program: program,
	Statement: "start() SHOULD NOT change which signals the main process blocks.",
	Sources:   []conformance.Source{starting(), signalMask()},
	Judge:     func(s *conformance.Scene) { expectKept(s, "blocked", "the blocked signals") },
})

func signalMask() conformance.Source {
	return conformance.Source{
		Text: "CPython issue 127586: blocked signals that a start unblocks", URL: "https://github.com/python/cpython/issues/127586",
	}
}
