package conformance

import (
	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// received is what a child is to receive (fixtures/DRIVER.md, Programs).
type received struct {
	args   []any
	kwargs map[string]any
}

func argumentBehaviors() []Behavior {
	none := received{[]any{}, map[string]any{}}
	return []Behavior{
		argumentBehavior("args-none", "sing-dance",
			"A child that is given no arguments MUST receive none.",
			map[string]received{sing: none, dance: none}),
		argumentBehavior("args-position", "sing-dance-args",
			"A child MUST receive exactly its own arguments by position, in their order, and none by name.",
			map[string]received{
				sing:  {[]any{"唱歌", 2.0, []any{nil, 0.5}}, map[string]any{}},
				dance: {[]any{"跳舞", -7.0}, map[string]any{}},
			}),
		argumentBehavior("args-name", "sing-dance-kwargs",
			"A child MUST receive exactly its own arguments by name, and none by position.",
			map[string]received{
				sing:  {[]any{}, map[string]any{"song": "唱歌", "verses": []any{1.0, 2.0}}},
				dance: {[]any{}, map[string]any{"style": "跳舞", "loud": true}},
			}),
		argumentBehavior("args-both", "sing-dance-both",
			"A child MUST receive exactly its own arguments where they are given by position and by name.",
			map[string]received{
				sing:  {[]any{"唱歌"}, map[string]any{"verses": 2.0}},
				dance: {[]any{"跳舞", "again"}, map[string]any{"partner": nil}},
			}),
	}
}

func argumentBehavior(id, program, statement string, parts map[string]received) Behavior {
	return Behavior{
		ID: id, Group: GroupArguments, Level: Core, Program: program, Statement: statement,
		Sources: []Source{processClass()},
		Judge: func(g types.Gomega, r *stage.Recording) {
			for _, role := range singAndDance() {
				if child, ok := event(g, r, "enter", role); ok {
					g.Expect(child.Data["args"]).To(gomega.Equal(parts[role].args), "what %s received by position", role)
					g.Expect(child.Data["kwargs"]).To(gomega.Equal(parts[role].kwargs), "what %s received by name", role)
				}
			}
		},
	}
}
