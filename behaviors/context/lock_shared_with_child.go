package context

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "context-lock-shared-with-child", Level: conformance.Core, Program: program,
	Statement: "A child MUST NOT acquire a lock of its own context that the main process holds.",
	Sources: []conformance.Source{
		source.StartMethods(), source.Docs("Synchronization between processes", "synchronization-between-processes"),
	},
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "start own-lock")
		s.ExitCodeReported("own-lock", 0)
		s.Check(s.Attempt("own-lock", "acquire").Value == false, "the child must not acquire the lock that the main process holds", "it acquired it")
	},
})
