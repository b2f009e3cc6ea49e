package tracker

import (
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
)

func destroyed() conformance.Source {
	return conformance.Source{
		Text: "resource_tracker destroys shared memory segments when other processes should still have access",
		URL:  "https://github.com/python/cpython/issues/82300",
	}
}

var _ = group.Add(conformance.Behavior{
	ID: "tracker-unrelated-exit-tracked", Level: conformance.Observation, Program: program,
	Statement: "What happens to a block of shared memory when an unrelated process that attached to it ends.",
	Sources:   []conformance.Source{sharedMemory(), destroyed()},
	Since:     "3.8",
	Requires:  named,
	Observe: func(s *conformance.Scene) string {
		if reason := s.AbsentReason(conformance.Main, "make tracked"); reason != "" {
			s.Absent("%s", reason)
		}
		return s.Outcome("exists after the unrelated process", func(value any) string {
			found, _ := value.(map[string]any)
			if found["tracked"] == true {
				return "it stays"
			}
			return "it is removed"
		})
	},
})

// Since 3.13, which has the parameter track, the documentation says so, and recommends track=False to avoid it.
var _ = group.Add(conformance.Behavior{
	ID: "tracker-unrelated-exit-tracked-removes", Level: conformance.Extended, Program: program,
	Statement: "The end of an unrelated process that attached to a block of shared memory with track=True SHOULD remove the block.",
	Sources:   []conformance.Source{sharedMemory()},
	Requires: named.And(&conformance.Requirement{
		Met:    func(i implementation.Implementation) bool { return conformance.VersionIn(i.Version, ">=3.13") },
		Reason: "before Python 3.13",
	}),
	Judge: func(s *conformance.Scene) {
		if reason := s.AbsentReason(conformance.Main, "make tracked"); reason != "" {
			s.Absent("%s", reason)
		}
		s.Returned("unrelated-process", "read", "唱歌")
		s.Accepted(conformance.Main, "unrelated process ended")
		found, _ := s.Accepted(conformance.Main, "exists after the unrelated process").(map[string]any)
		s.Check(found["tracked"] == false, "the tracked block of shared memory must not exist after the unrelated process", "it exists")
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "tracker-unrelated-exit-untracked", Level: conformance.Core, Program: program,
	Statement: "A block of shared memory MUST survive the end of an unrelated process that attached to it with track=False.",
	Sources:   []conformance.Source{sharedMemory(), destroyed()},
	Since:     "3.13",
	Requires:  named,
	Judge: func(s *conformance.Scene) {
		if reason := s.AbsentReason(conformance.Main, "make untracked"); reason != "" {
			s.Absent("%s", reason)
		}
		s.Returned("unrelated-process", "read untracked", "唱歌")
		s.Accepted(conformance.Main, "unrelated process ended")
		expectExists(s, conformance.Main, "exists after the unrelated process", "untracked")
	},
})
