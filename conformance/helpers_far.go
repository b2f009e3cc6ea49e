package conformance

import (
	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// farBehaviors are about where the helpers' sockets are.
func farBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "start-far", Group: GroupHelpers, Level: Extended, Program: helpersProgram,
			Statement: "A process SHOULD be startable however long the path of the folder for temporary files is.",
			Sources:   []Source{{"get_temp_dir() and the length of a socket's path", "https://github.com/python/cpython/issues/132124"}},
			Judge:     func(g types.Gomega, r *stage.Recording) { judgeAway(g, r, "far") },
		},
		{
			ID: "start-near", Group: GroupHelpers, Level: Extended, Program: helpersProgram, Methods: []string{forkserver},
			Statement: "A process SHOULD be startable where the path of the folder for temporary files leaves just enough room, or just too little, for a socket in it.",
			Sources: []Source{
				{"CPython issue 140734, a path that is one byte too long", "https://github.com/python/cpython/issues/140734"},
				{"CPython issue 149527, a path that is up to four bytes too long", "https://github.com/python/cpython/issues/149527"},
			},
			Judge: func(g types.Gomega, r *stage.Recording) {
				judgeAway(g, r, "near")
				judgeAway(g, r, "brim")
			},
		},
	}
}

// judgeAway judges a further main with a temporary folder of its own, and its child.
func judgeAway(g types.Gomega, r *stage.Recording, role string) {
	answered(g, r, role, 0)
	answeredBy(g, r, role, "start "+role, nil)
	child := "a" + role
	code, known := exitcodeBy(r, role, child)
	g.Expect(known && code == 0).To(gomega.BeTrue(), "%s must end with status 0", child)
	event(g, r, "enter", child)
	event(g, r, "leave", child)
}
