package conformance

import (
	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

// leftoverBehaviors are about what processes share by a name, and who removes it when nobody else did.
func leftoverBehaviors() []Behavior {
	block := Source{
		"CPython 3.14 documentation, multiprocessing.shared_memory, class SharedMemory, track",
		"https://docs.python.org/3.14/library/multiprocessing.shared_memory.html#multiprocessing.shared_memory.SharedMemory",
	}
	return []Behavior{
		{
			ID: "tracker-semaphore", Group: GroupHelpers, Level: Core, Program: helpersProgram, Methods: importing(),
			Statement: "When a process that has made a named semaphore was killed, and all processes that shared it have ended, the semaphore MUST have been removed.",
			Sources:   []Source{contextsAndStartMethods()},
			Applies:   namesResources,
			Judge:     removedAtTheEnd("semaphore"),
		},
		{
			ID: "tracker-block", Group: GroupHelpers, Level: Core, Program: helpersProgram,
			Statement: "When a process that has made a block of shared memory was killed, and all processes that shared it have ended, the block MUST have been removed.",
			Sources:   []Source{contextsAndStartMethods(), block},
			Applies:   namesResources,
			Judge:     removedAtTheEnd("block"),
		},
		{
			ID: "tracker-child", Group: GroupHelpers, Level: Core, Program: helpersProgram,
			Statement: "The end of a child MUST NOT remove a named semaphore or a block of shared memory that it had from its parent.",
			Sources:   []Source{block, {"multiprocessing.shared_memory: a process that attaches unlinks", "https://github.com/python/cpython/issues/82300"}},
			Applies:   namesResources,
			Judge:     judgeTrackerChild,
		},
		{
			ID: "tracker-heir", Group: GroupHelpers, Level: Core, Program: helpersProgram,
			Statement: "When a process that has made a named semaphore or a block of shared memory was killed, it MUST stay there as long as a child of that process has it.",
			Sources:   []Source{contextsAndStartMethods(), block},
			Applies:   namesResources,
			Judge:     judgeTrackerHeir,
		},
		{
			ID: "tracker-complaint", Group: GroupHelpers, Level: Observation, Program: helpersProgram,
			Statement: "What is said on standard error when something that was left behind is removed.",
			Sources:   []Source{source("3.13.0", "Lib/multiprocessing/resource_tracker.py", 277)},
			Applies:   namesResources,
			Observe:   observeComplaint,
		},
	}
}

// namesResources says why nothing is shared by a name that could be left behind.
func namesResources(i implementation.Implementation) string {
	if reason := isMultiprocessing(i); reason != "" {
		return reason
	}
	return onPOSIX(i)
}

// made lists what the process that is killed has made; a judge ends where that is nothing.
func made(r *stage.Recording) []string {
	var kinds []string
	reason := "nothing was made that has a name"
	for _, kind := range []string{"semaphore", "block"} {
		if lacks := lackingBy(r, "owner", "make "+kind); lacks != "" {
			reason = lacks
			continue
		}
		kinds = append(kinds, kind)
	}
	if len(kinds) == 0 {
		absent("%s", reason)
	}
	return kinds
}

// removedAtTheEnd judges what is there of one kind when everybody has ended.
func removedAtTheEnd(kind string) func(g types.Gomega, r *stage.Recording) {
	return func(g types.Gomega, r *stage.Recording) {
		if reason := lackingBy(r, "owner", "make "+kind); reason != "" {
			absent("%s", reason)
		}
		accepted(g, r, "family ended")
		there(g, r, main, "after the kill", []string{kind})
		if looked, ok := accepted(g, r, "after the family"); ok {
			g.Expect(looked).To(gomega.HaveKeyWithValue(kind, false), "the %s is there when all have ended", kind)
		}
	}
}

// there asserts what a role sees of things that must be there.
func there(g types.Gomega, r *stage.Recording, role, what string, kinds []string) {
	attempt, ok := attemptOf(g, r, role, what)
	if !ok || !g.Expect(attempt.Data).To(gomega.HaveKeyWithValue("refused", false), "the attempt %q of %s was refused", what, role) {
		return
	}
	for _, kind := range kinds {
		g.Expect(attempt.Data["value"]).To(gomega.HaveKeyWithValue(kind, true), "%s: the %s is not there", what, kind)
	}
}

func judgeTrackerChild(g types.Gomega, r *stage.Recording) {
	kinds := made(r)
	used(g, r, "borrower", kinds)
	there(g, r, "owner", "after a child", kinds)
}

func observeComplaint(r *stage.Recording) string {
	made(r)
	return observed(r, "family ended", func(value any) string {
		if said, _ := value.(string); said != "" {
			return said
		}
		return "nothing"
	})
}
