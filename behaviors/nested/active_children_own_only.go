package nested

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "nested-active-children-own-only", Level: conformance.Core, Program: program,
	Statement: "active_children() MUST return exactly the children of the calling process, without its siblings or itself.",
	Sources:   []conformance.Source{source.Function("active_children")},
	Judge: func(s *conformance.Scene) {
		s.Returned("child", "active children before", []any{})
		s.Returned("child", "active children after", []any{"Process-1:1"})
	},
})
