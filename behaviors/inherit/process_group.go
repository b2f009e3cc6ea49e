package inherit

import (
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-process-group", Level: conformance.Extended, Program: program, Requires: conformance.POSIX,
	Statement: "A child SHOULD be in the process group of the main process.",
	Sources:   []conformance.Source{{Text: "CPython 3.14 documentation, os.getpgrp()", URL: "https://docs.python.org/3.14/library/os.html#os.getpgrp"}},
	Judge:     func(s *conformance.Scene) { expectSame(s, "group_pid") },
})
