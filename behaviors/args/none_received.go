package args

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "args-none-received", Level: conformance.Core, Program: "sing-dance",
	Statement: "A child without arguments MUST receive none.",
	Sources:   []conformance.Source{source.ProcessClass()},
	Judge: func(s *conformance.Scene) {
		none := arguments{[]any{}, map[string]any{}}
		expectReceived(s, map[string]arguments{"sing": none, "dance": none})
	},
})
