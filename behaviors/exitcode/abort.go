package exitcode

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exitcode-abort", Level: conformance.Core, Program: program,
	Statement: "The exit code of a child that calls os.abort() MUST be -6, for SIGABRT.",
	Sources:   []conformance.Source{source.Process("exitcode"), source.Library("os.abort()", "os", "os.abort")},
	Requires:  conformance.POSIX,
	Judge:     func(s *conformance.Scene) { expectExitCode(s, "aborted", -6) },
})
