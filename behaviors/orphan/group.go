// Package orphan holds the behaviors of children whose parent has ended without its exit handlers.
package orphan

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/conformance"
)

var group = conformance.NewGroup("orphan", 80, "children whose parent is gone")

// expectSurvive checks that both children are alive after their parent has ended, and reach their end.
func expectSurvive(s *conformance.Scene, ending string) {
	p, table := parentexit.Find(s, ending), s.Table("survivors")
	s.ExpectBefore(p.Ended, s.FirstEvent("ready", conformance.Main))
	for _, child := range p.Children() {
		s.Check(table.Alive(child.PID), fmt.Sprintf("%s: the %s must be alive after its parent has ended", ending, child.Role), "it is not")
		s.Check(p.Left(s, child).Index > p.Ended.Index, fmt.Sprintf("%s: the %s must reach its end after its parent", ending, child.Role), "it ended before")
	}
}

// parentAlive returns the attempt in which a child asks whether its parent is alive, and whether it asked.
func parentAlive(s *conformance.Scene, pid int) (conformance.Event, bool) {
	for _, e := range s.Events("attempt", "") {
		if e.PID == pid && e.Text("what") == "parent alive" {
			return e, true
		}
	}
	return conformance.Event{}, false
}
