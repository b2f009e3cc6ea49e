package forkserver

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "forkserver-preload-number-raises", Level: conformance.Extended, Program: access,
	Statement: "set_forkserver_preload() SHOULD raise a TypeError for a list with a number in it.",
	Sources: []conformance.Source{
		preload(),
		{Text: "CPython issue 107963: the check of the names of modules", URL: "https://github.com/python/cpython/issues/107963"},
	},
	Judge: func(s *conformance.Scene) { s.RefusedWith(conformance.Main, "preload number", "TypeError") },
})
