package args

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "args-keyword-names-unrestricted", Level: conformance.Extended, Program: lifecycle,
	Statement: "Keyword arguments SHOULD reach the target even if they have the names of parameters of Process().",
	Sources:   []conformance.Source{source.ProcessClass()},
	Judge: func(s *conformance.Scene) {
		want := map[string]any{"target": "a target", "name": "a name", "args": []any{1.0}, "kwargs": map[string]any{}, "daemon": nil, "group": 2.0}
		got := s.Event("enter", observed).Data["kwargs"]
		s.Check(conformance.SameValue(got, want), "the child must receive the keyword arguments "+conformance.Words(want), "it received "+conformance.Words(got))
	},
})
