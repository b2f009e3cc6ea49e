package conformance

import (
	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// judgeTrackerHeir judges what the heir has: it must have used it, be there when its maker is not any more, and leave only
// when main has looked for it.
func judgeTrackerHeir(g types.Gomega, r *stage.Recording) {
	kinds := made(r)
	used(g, r, "heir", kinds)
	heir, entered := event(g, r, "enter", "heir")
	if processes, read := tableAt(g, r, "heir"); entered && read {
		_, alive := processes.alive(heir.PID)
		g.Expect(alive).To(gomega.BeTrue(), "the process table must have the heir")
	}
	there(g, r, main, "after the kill", kinds)
	if _, left := event(g, r, "leave", "heir"); left {
		g.Expect(position(r, "leave", "heir")).To(gomega.BeNumerically(">", attemptedAt(r, "after the kill")), "the heir must leave after main has looked")
	}
}

// used asserts that a child of the process that is killed could use what that has made.
func used(g types.Gomega, r *stage.Recording, role string, kinds []string) {
	for _, kind := range kinds {
		if kind == "semaphore" {
			answeredBy(g, r, role, "take", true)
		} else {
			answeredBy(g, r, role, "read", "唱歌")
		}
	}
}
