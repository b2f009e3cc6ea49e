package inherit

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-file-descriptors-closed", Level: conformance.Core, Program: program, Methods: conformance.ImportingMain(),
	Statement: "Under spawn and forkserver, a descriptor that the main process opened MUST NOT be open in a child, not even an inheritable one.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		for _, st := range states(s) {
			for _, kind := range []string{"plain", "inheritable"} {
				main, _ := st.main.Data["descriptors"].(map[string]any)
				child, _ := st.child.Data["descriptors"].(map[string]any)
				s.Check(main[kind] == true, fmt.Sprintf("the %s descriptor must be open in the main process", kind), "it is not")
				s.Check(child[kind] == false, fmt.Sprintf("the %s descriptor must be closed in the %s child", kind, st.role), "it is not")
			}
		}
	},
})
