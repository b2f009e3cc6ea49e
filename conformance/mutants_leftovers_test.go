package conformance

import (
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// seen changes what a role sees of one thing that has a name.
func seen(r *stage.Recording, role, what, kind string, there bool) {
	triedBy(r, role, what, func(e *stage.Event) { e.Data["value"].(map[string]any)[kind] = there })
}

func leftoverMutants() []mutant {
	program := helpersProgram
	newest := []string{"cpython-3.15/spawn/" + program, "cpython-3.15/fork/" + program, "cpython-3.15/forkserver/" + program}
	return []mutant{
		{
			"a semaphore is left behind", of(program, importing()...),
			func(r *stage.Recording) { seen(r, main, "after the family", "semaphore", true) },
			map[string]string{"tracker-semaphore": "the semaphore is there when all have ended"},
			nil,
		},
		{
			"a block of shared memory is left behind", of(program),
			func(r *stage.Recording) { seen(r, main, "after the family", "block", true) },
			map[string]string{"tracker-block": "the block is there when all have ended"},
			nil,
		},
		{
			"the end of a child removes the semaphore", of(program, importing()...),
			func(r *stage.Recording) { seen(r, "owner", "after a child", "semaphore", false) },
			map[string]string{"tracker-child": "after a child: the semaphore is not there"},
			nil,
		},
		{
			"the end of a child removes the block", of(program),
			func(r *stage.Recording) { seen(r, "owner", "after a child", "block", false) },
			map[string]string{"tracker-child": "after a child: the block is not there"},
			nil,
		},
		{
			"the child cannot take the lock", of(program, importing()...),
			func(r *stage.Recording) { answersOf(r, "borrower", "take", false) },
			map[string]string{"tracker-child": `the answer to "take" of borrower`},
			nil,
		},
		{
			"the child reads something else", of(program),
			func(r *stage.Recording) { answersOf(r, "borrower", "read", "跳舞") },
			map[string]string{"tracker-child": `the answer to "read" of borrower`},
			nil,
		},
		{
			"the semaphore is removed when its maker is killed", of(program, importing()...),
			func(r *stage.Recording) { seen(r, main, "after the kill", "semaphore", false) },
			map[string]string{
				"tracker-heir":      "after the kill: the semaphore is not there",
				"tracker-semaphore": "after the kill: the semaphore is not there",
			},
			nil,
		},
		{
			"the block is removed when its maker is killed", of(program),
			func(r *stage.Recording) { seen(r, main, "after the kill", "block", false) },
			map[string]string{
				"tracker-heir":  "after the kill: the block is not there",
				"tracker-block": "after the kill: the block is not there",
			},
			nil,
		},
		{
			"the heir cannot take the lock", of(program, importing()...),
			func(r *stage.Recording) { answersOf(r, "heir", "take", false) },
			map[string]string{"tracker-heir": `the answer to "take" of heir`},
			nil,
		},
		{
			"the heir reads something else", of(program),
			func(r *stage.Recording) { answersOf(r, "heir", "read", "跳舞") },
			map[string]string{"tracker-heir": `the answer to "read" of heir`},
			nil,
		},
		{
			"the heir never comes", of(program),
			func(r *stage.Recording) { remove(r, func(e stage.Event) bool { return e.Role == "heir" }) },
			map[string]string{"tracker-heir": "must be told once by heir"},
			nil,
		},
		{
			"the heir ends with the owner", of(program),
			func(r *stage.Recording) { row(r, "heir", pidOf(r, "heir")).State = platform.Zombie },
			map[string]string{"tracker-heir": "the process table must have the heir"},
			nil,
		},
		{
			"the heir leaves before main has looked", of(program),
			func(r *stage.Recording) { relocate(r, position(r, "leave", "heir"), position(r, "enter", "heir")+1) },
			map[string]string{"tracker-heir": "the heir must leave after main has looked"},
			nil,
		},
		{
			"the heir does not come to its end", of(program),
			func(r *stage.Recording) { silence(r, "leave", "heir") },
			map[string]string{"tracker-heir": `heir must tell "leave" exactly once`},
			nil,
		},
		{
			"the family does not come to its end", of(program, importing()...),
			func(r *stage.Recording) { deny(r, main, "family ended") },
			map[string]string{"tracker-semaphore": `the attempt "family ended" was refused`, "tracker-block": `the attempt "family ended" was refused`},
			[]string{"tracker-complaint"},
		},
		{
			"nobody complains of what was left behind", of(program),
			func(r *stage.Recording) { answersOf(r, main, "family ended", "") },
			nil,
			[]string{"tracker-complaint"},
		},
		{
			"a stranger leaves the block", of(program),
			func(r *stage.Recording) { seen(r, main, "after a stranger", "tracked", true) },
			nil,
			[]string{"stranger-tracked"},
		},
		{
			"a stranger removes a block that it does not track", newest,
			func(r *stage.Recording) { seen(r, main, "after a stranger", "untracked", false) },
			map[string]string{"stranger-untracked": "after a stranger: the untracked is not there"},
			nil,
		},
		{
			"a stranger cannot attach without tracking", newest,
			func(r *stage.Recording) { deny(r, "stranger", "read untracked") },
			map[string]string{"stranger-untracked": `the attempt "read untracked" was refused`},
			nil,
		},
	}
}
