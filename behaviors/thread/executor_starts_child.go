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
