package conformance

import (
	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// mainPID is the process that ran the main module's body as the program's own.
func mainPID(r *stage.Recording) int {
	if found := told(r, "body", main); len(found) > 0 {
		return found[0].PID
	}
	return 0
}

// cast is the three processes of sing and dance, as they speak of themselves.
type cast struct {
	main        int
	sing, dance stage.Event
}

func (c cast) children() []stage.Event { return []stage.Event{c.sing, c.dance} }

// enter asserts that main and both children came on stage, once each.
func enter(g types.Gomega, r *stage.Recording) (cast, bool) {
	c := cast{main: mainPID(r)}
	if !g.Expect(c.main).NotTo(gomega.BeZero(), "main must tell that it began") {
		return c, false
	}
	var ok bool
	if c.sing, ok = event(g, r, "enter", sing); !ok {
		return c, false
	}
	c.dance, ok = event(g, r, "enter", dance)
	return c, ok
}

// staged is enter and together: who is on stage, and the process table at that moment.
func staged(g types.Gomega, r *stage.Recording) (cast, table, bool) {
	c, ok := enter(g, r)
	if !ok {
		return c, nil, false
	}
	processes, ok := together(g, r)
	return c, processes, ok
}
