package conformance

import (
	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// farBehaviors are about where the helpers' sockets are.
func farBehaviors() []Behavior {
	return []Behavior{{
		ID: "start-far", Group: GroupHelpers, Level: Extended, Program: helpersProgram,
		Statement: "A process SHOULD be startable however long the path of the folder for temporary files is.",
		Sources:   []Source{{"get_temp_dir() and the length of a socket's path", "https://github.com/python/cpython/issues/132124"}},
		Judge: func(g types.Gomega, r *stage.Recording) {
			answered(g, r, "far", 0)
			answeredBy(g, r, "far", "start far", nil)
			const child = "afar"
			code, known := exitcodeBy(r, "far", child)
			g.Expect(known && code == 0).To(gomega.BeTrue(), "afar must end with status 0")
			event(g, r, "enter", child)
			event(g, r, "leave", child)
		},
	}}
}
