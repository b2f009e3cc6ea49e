package thread

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

// starts is the program in which threads of every kind start children.
const starts = "thread-starts"

var _ = group.Add(conformance.Behavior{
	ID: "thread-executor-starts-child", Level: conformance.Core, Program: starts,
	Statement: "A child that a thread of a ThreadPoolExecutor starts MUST have exit code 0 when its target has returned.",
	Sources:   []conformance.Source{source.Process("exitcode"), issue(88110, "exit code 1 of a child that a ThreadPoolExecutor's thread has forked")},
	Judge: func(s *conformance.Scene) {
		s.Event("leave", "executor")
		s.ExitCodeReported("executor", 0)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "thread-executor-child-main-thread", Level: conformance.Extended, Program: starts,
	Statement: "In a child that a thread of a ThreadPoolExecutor starts, the target SHOULD run in the main thread.",
	Sources:   []conformance.Source{source.Library("threading.main_thread()", "threading", "threading.main_thread")},
	Judge: func(s *conformance.Scene) {
		s.Check(s.Event("thread", "executor").Data["is_main"] == true, "the target of executor must run in the main thread", "it does not")
	},
})
