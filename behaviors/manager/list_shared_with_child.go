package manager

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "manager-list-shared-with-child", Level: conformance.Core, Program: program,
	Statement: "What a child appends to a list of a manager MUST be in the list for the main process, under every start method.",
	Sources:   []conformance.Source{managers()},
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "shared list", []any{"from the child"}) },
})
