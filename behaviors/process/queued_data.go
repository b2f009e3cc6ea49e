package process

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "process-queued-data-delays-end", Level: conformance.Core, Program: ends,
	Statement: "A child that has put data into a queue MUST NOT end before the data is written to the pipe.",
	Sources:   []conformance.Source{source.Docs("Programming guidelines, joining processes that use queues", "all-start-methods")},
	Judge: func(s *conformance.Scene) {
		const size = 1 << 20
		if reason := s.AbsentReason(conformance.Main, "drain"); reason != "" {
			s.Absent("%s", reason)
		}
		child := s.Event("leave", "feeding")
		s.Check(s.Table("undrained").Alive(child.PID), "the child must be alive as long as its queue is not drained", "it is not")
		s.Returned(conformance.Main, "drain", size)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "process-queued-data-cancelled", Level: conformance.Core, Program: ends,
	Statement: "A child that has called a queue's cancel_join_thread() MUST end even if the queue is not drained.",
	Sources: []conformance.Source{
		source.Docs("Queue.cancel_join_thread()", "multiprocessing.Queue.cancel_join_thread"),
		source.Docs("Programming guidelines, joining processes that use queues", "all-start-methods"),
	},
	Judge: func(s *conformance.Scene) { s.Returned(conformance.Main, "exitcode cancelling", 0) },
})
