package daemon

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "daemon-off-in-main", Level: conformance.Extended, Program: program,
	Statement: "The main process SHOULD NOT be daemonic.",
	Sources:   []conformance.Source{source.Process("daemon"), source.Line("3.14.10", "Lib/multiprocessing/process.py", 210)},
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "own daemon flag", false) },
})
