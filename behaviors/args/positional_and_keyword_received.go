package args

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "args-positional-and-keyword-received", Level: conformance.Core, Program: "sing-dance-args-kwargs",
	Statement: "A child MUST receive exactly its arguments if it has both positional and keyword arguments.",
	Sources:   []conformance.Source{source.ProcessClass()},
	Judge: func(s *conformance.Scene) {
		expectReceived(s, map[string]arguments{
			"sing":  {[]any{"唱歌"}, map[string]any{"verses": 2.0}},
			"dance": {[]any{"跳舞", "again"}, map[string]any{"partner": nil}},
		})
	},
})
