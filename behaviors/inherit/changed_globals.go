package inherit

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-changed-globals", Level: conformance.Core, Program: program, Methods: []string{conformance.Fork},
	Statement: "Under fork, a child MUST see the main process's changes to global variables.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		for _, st := range states(s) {
			expectVariables(s, st, st.role)
		}
	},
})

// The documentation says only that a child may see another value than its parent.
var _ = group.Add(conformance.Behavior{
	ID: "inherit-changed-globals-not-seen", Level: conformance.Extended, Program: program, NotUnder: []string{conformance.Fork},
	Statement: "Except under fork, a child SHOULD NOT see the main process's changes to global variables.",
	Sources: []conformance.Source{
		source.Docs("Programming guidelines, global variables", "the-spawn-and-forkserver-start-methods"), source.StartMethods(),
	},
	Judge: func(s *conformance.Scene) {
		for _, st := range states(s) {
			expectVariables(s, st, "as imported")
		}
	},
})

// expectVariables checks the variables in a child that the main process changes before each start.
func expectVariables(s *conformance.Scene, st state, want string) {
	s.Expect(st.child.Data["variable"], "the variable of the main module in the %s child", st.role).To(gomega.Equal(want))
	s.Expect(st.child.Data["other_module_variable"], "the variable of another module in the %s child", st.role).To(gomega.Equal(want))
}
