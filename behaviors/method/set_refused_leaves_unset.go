package method

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "method-set-refused-leaves-unset", Level: conformance.Extended, Program: program,
	Statement: "A set_start_method() that raises an error SHOULD leave the start method unset.",
	Sources:   []conformance.Source{source.Function("set_start_method"), source.Function("get_start_method")},
	Judge: func(s *conformance.Scene) {
		expectUnset(s, s.Event("after-refusals", conformance.Main), "after refused calls")
	},
})
