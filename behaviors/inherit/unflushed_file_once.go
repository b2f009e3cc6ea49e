package inherit

import (
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-unflushed-file-once", Level: conformance.Extended, Program: program,
	Statement: "What the main process has written to a file and not flushed before start() SHOULD be in the file exactly once.",
	Sources: []conformance.Source{{
		Text: "CPython 3.14 documentation, os._exit(), by which a forked child ends without flushing",
		URL:  "https://docs.python.org/3.14/library/os.html#os._exit",
	}},
	Judge: func(s *conformance.Scene) {
		for _, role := range []string{firstChild, laterChild} {
			s.Returned(conformance.Main, "buffer "+role, "written before the start\n")
		}
	},
})
