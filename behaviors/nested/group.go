// Package nested holds the behaviors of children that start children.
package nested

import (
	"github.com/singdance/singdance/conformance"
)

var group = conformance.NewGroup("nested", 120, "children of children")

const program = "nested-processes"

// member is one process of the program.
type member struct{ role, parent, name string }

// members returns all processes but the main process, with the parent that starts each and the default name of each.
func members() []member {
	return []member{
		{"child", conformance.Main, "Process-1"},
		{"grandchild", "child", "Process-1:1"},
		{"intermediate", conformance.Main, "Process-2"},
		{"orphan", "intermediate", "Process-2:1"},
	}
}

// held returns the processes that are surely alive when the process table is read: child waits for grandchild only if the
// implementation is right.
func held() []member { return members()[2:] }

// pids returns the process ID of each role. It ends the judge unless each has entered once.
func pids(s *conformance.Scene) map[string]int {
	pids := map[string]int{conformance.Main: s.MainPID()}
	for _, m := range members() {
		pids[m.role] = s.Event("enter", m.role).PID
	}
	return pids
}

// expectTerminated checks that the target of intermediate did not return by itself.
func expectTerminated(s *conformance.Scene) {
	_, left := s.First("leave", "intermediate")
	s.Check(!left, "the target of intermediate must not return", "it did")
}

// joined returns the event in which the main process reports that it has joined a child. It ends the judge if there is none.
func joined(s *conformance.Scene, child string) conformance.Event {
	for _, e := range s.Events("joined", conformance.Main) {
		if e.Text("child") == child {
			return e
		}
	}
	s.Stop("the main process must join "+child, "it did not")
	return conformance.Event{}
}
