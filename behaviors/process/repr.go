package process

import (
	"fmt"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "process-repr", Level: conformance.Observation, Program: program,
	Statement: "What repr() of a process returns while its child runs and after join(), with every number replaced by N.",
	Sources: []conformance.Source{
		{Text: "undocumented; BaseProcess.__repr__() in CPython 3.12", URL: "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/process.py#L259-L286"},
	},
	Observe: func(s *conformance.Scene) string {
		asText := func(value any) string { return fmt.Sprint(value) }
		return s.Outcome("repr running", asText) + " " + s.Outcome("repr joined", asText)
	},
})
