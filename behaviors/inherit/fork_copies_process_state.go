package inherit

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-fork-copies-process-state", Level: conformance.Core, Program: program, Methods: []string{conformance.Fork},
	Statement: "Under fork, a child MUST begin with the environment, current directory, umask, limits, open descriptors, arguments and import path that the main process has when it calls start().",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		expectSame(s, "environ", "folder", "umask", "limit", "descriptors", "arguments", "path")
	},
})
