package thread

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-executor-child-main-thread", Level: conformance.Extended, Program: starts,
	Statement: "In a child that a thread of a ThreadPoolExecutor starts, the target SHOULD run in the main thread.",
	Sources:   []conformance.Source{source.Library("threading.main_thread()", "threading", "threading.main_thread")},
	Judge: func(s *conformance.Scene) {
		s.Check(s.Event("thread", "executor").Data["is_main"] == true, "the target of executor must run in the main thread", "it does not")
	},
})
