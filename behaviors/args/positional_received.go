package args

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "args-positional-received", Level: conformance.Core, Program: "sing-dance-args",
	Statement: "A child MUST receive exactly its positional arguments, in their order.",
	Sources:   []conformance.Source{source.ProcessClass()},
	Judge: func(s *conformance.Scene) {
		expectReceived(s, map[string]arguments{
			"sing":  {[]any{"唱歌", 2.0, 2.0, []any{nil, 0.5}, []any{true, 1.0}}, map[string]any{}},
			"dance": {[]any{"跳舞", -7.0}, map[string]any{}},
		})
	},
})
