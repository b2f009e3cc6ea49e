package inherit

import (
	"fmt"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-file-descriptors-closed", Level: conformance.Core, Program: program, Methods: conformance.ImportingMain(),
	Statement: "Under spawn and forkserver, what the main process opened MUST NOT be open in a child, not even by an inheritable descriptor.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		for _, st := range states(s) {
			for _, kind := range openedThings(s) {
				main, _ := st.main.Data["descriptors"].(map[string]any)
				child, _ := st.child.Data["descriptors"].(map[string]any)
				s.Check(main[kind] == true, fmt.Sprintf("the %s must be open in the main process", kind), "it is not")
				s.Check(child[kind] == false, fmt.Sprintf("the %s must be closed in the %s child", kind, st.role), "it is not")
			}
		}
	},
})

// openedThings returns what the main process opened: a file by a plain and another by an inheritable descriptor, and on POSIX a
// pipe and a socket.
func openedThings(s *conformance.Scene) []string {
	if s.OnWindows() {
		return []string{"plain", "inheritable"}
	}
	return []string{"plain", "inheritable", "pipe", "socket"}
}

var _ = group.Add(conformance.Behavior{
	ID: "inherit-file-descriptors-of-siblings", Level: conformance.Core, Program: program, Methods: conformance.ImportingMain(),
	Statement: "Under spawn and forkserver, a child MUST NOT have more open descriptors because a sibling runs.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		alone, beside := s.Accepted("elder", "count descriptors"), s.Accepted("younger", "count descriptors")
		s.Expect(beside, "the number of open descriptors of the younger child").To(gomega.Equal(alone))
		s.ExpectBefore(s.Event("enter", "younger"), s.Event("leave", "elder"))
	},
})
