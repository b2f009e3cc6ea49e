package conformance

import (
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// strangerBehaviors are about processes that share a block of shared memory and have no ancestor in common.
func strangerBehaviors() []Behavior {
	block := Source{
		"CPython 3.14 documentation, multiprocessing.shared_memory, class SharedMemory, track",
		"https://docs.python.org/3.14/library/multiprocessing.shared_memory.html#multiprocessing.shared_memory.SharedMemory",
	}
	trouble := Source{"resource_tracker destroys shared memory segments when other processes should still have access", "https://github.com/python/cpython/issues/82300"}
	return []Behavior{
		{
			ID: "stranger-tracked", Group: GroupHelpers, Level: Observation, Program: helpersProgram,
			Statement: "What becomes of a block of shared memory when a process ends that its maker has not started and that has only attached to it.",
			Sources:   []Source{block, trouble},
			Applies:   namesResources,
			Observe:   observeStranger,
		},
		{
			ID: "stranger-untracked", Group: GroupHelpers, Level: Core, Program: helpersProgram,
			Statement: "A block of shared memory MUST stay when a process ends that its maker has not started and that has attached to it with track=False.",
			Sources:   []Source{block, trouble},
			Applies:   namesResources,
			Judge: func(g types.Gomega, r *stage.Recording) {
				unlessLacking(r, "make untracked")
				answeredBy(g, r, "stranger", "read untracked", "唱歌")
				accepted(g, r, "stranger ended")
				there(g, r, main, "after a stranger", []string{"untracked"})
			},
		},
	}
}

func observeStranger(r *stage.Recording) string {
	unlessLacking(r, "make tracked")
	return observed(r, "after a stranger", func(value any) string {
		looked, _ := value.(map[string]any)
		if there, _ := looked["tracked"].(bool); there {
			return "it stays"
		}
		return "it is removed"
	})
}
