package mainmodule

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "mainmodule-pdb", Level: conformance.Extended, Program: program, Methods: conformance.ImportingMain(),
	Statement: "A child SHOULD run a target in a main module that runs under python -m pdb.",
	Sources: []conformance.Source{{
		Text: "CPython issue 87115: a script under pdb cannot start processes", URL: "https://github.com/python/cpython/issues/87115",
	}},
	Judge: func(s *conformance.Scene) { expectRuns(s, local, "pdb") },
})
