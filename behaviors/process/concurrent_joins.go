package process

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

// ends is the program in which children end in sight of two threads, with a child of their own left behind, or with a full
// queue.
const ends = "process-ends"

// codedExit is the status with which the child coded exits.
const codedExit = 7

var _ = group.Add(conformance.Behavior{
	ID: "process-concurrent-joins-exitcode", Level: conformance.Core, Program: ends,
	Statement: "If two threads join a child at the same time, each MUST then read the child's exit code.",
	Sources:   []conformance.Source{source.Process("join"), source.Process("exitcode"), concurrentJoins()},
	Judge: func(s *conformance.Scene) {
		for n, seen := range seenAfterJoins(s) {
			s.Check(conformance.SameValue(seen["exitcode"], codedExit), fmt.Sprintf("the exitcode that thread %d reads after join() must be %d", n+1, codedExit),
				"it is "+conformance.Words(seen["exitcode"]))
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "process-concurrent-joins-not-alive", Level: conformance.Core, Program: ends,
	Statement: "If two threads join a child at the same time, is_alive() MUST then be False in each.",
	Sources:   []conformance.Source{source.Process("join"), source.Process("is_alive"), concurrentJoins()},
	Judge: func(s *conformance.Scene) {
		for n, seen := range seenAfterJoins(s) {
			s.Check(seen["alive"] == false, fmt.Sprintf("is_alive() in thread %d must be False after join()", n+1), "it is "+conformance.Words(seen["alive"]))
		}
	},
})

// seenAfterJoins returns what each of the two threads saw of the child after it had joined it.
func seenAfterJoins(s *conformance.Scene) []map[string]any {
	value := s.Accepted(conformance.Main, "joins")
	list, _ := value.([]any)
	var threads []map[string]any
	for _, one := range list {
		if seen, reported := one.(map[string]any); reported {
			threads = append(threads, seen)
		}
	}
	if len(threads) != 2 {
		s.Stop("main must report what each of two threads sees after join()", "it reported "+conformance.Words(value))
	}
	return threads
}

func concurrentJoins() conformance.Source {
	return conformance.Source{
		Text: "CPython issue 130895: a process that one thread joins while another one waits for it",
		URL:  "https://github.com/python/cpython/issues/130895",
	}
}
