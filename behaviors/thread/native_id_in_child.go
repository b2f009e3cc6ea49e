package thread

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-native-id-in-child", Level: conformance.Extended, Program: starts,
	Since:     "3.8",
	Statement: "On Linux, native_id of a child's main thread SHOULD be the child's process ID.",
	Sources: []conformance.Source{
		source.Library("Thread.native_id, new in 3.8", "threading", "threading.Thread.native_id"),
		{Text: "Linux manual, gettid(2)", URL: "https://man7.org/linux/man-pages/man2/gettid.2.html"},
	},
	Requires: &conformance.Requirement{
		Met:    func(i implementation.Implementation) bool { return i.Platform == "linux" },
		Reason: "the IDs of threads are other numbers than those of processes",
	},
	Judge: func(s *conformance.Scene) {
		for _, role := range append(foreign(), "executor", "after-threads") {
			e := s.Event("thread", role)
			id, reported := e.Data["native_pid"].(float64)
			if !reported {
				s.Absent("its threads have no native_id")
			}
			s.Check(int(id) == e.PID, fmt.Sprintf("native_id of the main thread of %s must be the process ID", role), "it is another number")
		}
	},
})
