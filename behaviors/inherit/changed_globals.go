package inherit

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-changed-globals", Level: conformance.Core, Program: program,
	Statement: "A child MUST see the main process's changes to global variables if and only if it is forked from the main process.",
	Sources: []conformance.Source{
		source.StartMethods(), source.Docs("Programming guidelines, global variables", "the-spawn-and-forkserver-start-methods"),
	},
	Judge: func(s *conformance.Scene) {
		for _, st := range states(s) {
			want := "as imported"
			if s.Method == conformance.Fork {
				want = st.role
			}
			s.Expect(st.child.Data["variable"], "the variable of the main module in the %s child", st.role).To(gomega.Equal(want))
			s.Expect(st.child.Data["other_module_variable"], "the variable of another module in the %s child", st.role).To(gomega.Equal(want))
		}
	},
})
