package args

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "args-keyword-received", Level: conformance.Core, Program: "sing-dance-kwargs",
	Statement: "A child MUST receive exactly its keyword arguments.",
	Sources:   []conformance.Source{source.ProcessClass()},
	Judge: func(s *conformance.Scene) {
		expectReceived(s, map[string]arguments{
			"sing":  {[]any{}, map[string]any{"song": "唱歌", "verses": []any{1.0, 2.0}, "parts": []any{3.0, "four"}}},
			"dance": {[]any{}, map[string]any{"style": "跳舞", "loud": true}},
		})
	},
})
