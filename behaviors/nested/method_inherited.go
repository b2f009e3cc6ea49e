package nested

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "nested-method-inherited", Level: conformance.Extended, Program: program,
	Statement: "The start method that the main process set SHOULD also be that of its children and grandchildren.",
	Sources:   []conformance.Source{source.Function("set_start_method"), source.Function("get_start_method")},
	Judge: func(s *conformance.Scene) {
		s.Returned("child", "method", s.Method)
		s.Returned("grandchild", "method", s.Method)
	},
})
