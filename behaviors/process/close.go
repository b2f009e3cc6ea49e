package process

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "process-close-while-running-raises", Level: conformance.Core, Program: program,
	Statement: "close() MUST raise a ValueError while the child runs.",
	Sources:   []conformance.Source{source.Process("close")},
	Since:     "3.7",
	Judge:     func(s *conformance.Scene) { s.RefusedWith(conformance.Main, "close running", "ValueError") },
})

var _ = group.Add(conformance.Behavior{
	ID: "process-close-while-running-harmless", Level: conformance.Core, Program: program,
	Statement: "A close() that raises because the child runs MUST leave the child running.",
	Sources:   []conformance.Source{source.Process("close")},
	Since:     "3.7",
	Judge: func(s *conformance.Scene) {
		s.Refused(conformance.Main, "close running")
		s.Event("leave", observed)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "process-close-after-end", Level: conformance.Core, Program: program,
	Statement: "close() of a process that has ended MUST succeed.",
	Sources:   []conformance.Source{source.Process("close")},
	Since:     "3.7",
	Judge:     func(s *conformance.Scene) { s.Accepted(conformance.Main, "close joined") },
})

var _ = group.Add(conformance.Behavior{
	ID: "process-close-twice-harmless", Level: conformance.Extended, Program: program,
	Statement: "A second close() SHOULD do nothing.",
	Sources: []conformance.Source{
		{Text: "CPython 3.12, test_close", URL: "https://github.com/python/cpython/blob/v3.12.1/Lib/test/_test_multiprocessing.py#L652-L680"},
	},
	Since: "3.7",
	Judge: func(s *conformance.Scene) { s.Accepted(conformance.Main, "close closed") },
})
