package daemon

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "daemon-cannot-start-child", Level: conformance.Core, Program: program,
	Statement: "In a daemonic process, start() MUST raise an error, whether or not the child is daemonic, unless the interpreter ignores assertions.",
	Sources:   []conformance.Source{source.Process("daemon")},
	Judge: func(s *conformance.Scene) {
		s.Refused("daemon", "daemonic child")
		s.Refused("daemon", "other child")
	},
})
