// Package process holds the behaviors of a process object, from its creation to its end.
package process

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/platform"
)

var group = conformance.NewGroup("process", 150, "a process object from its creation to close()")

// program is the program that goes through the life of several process objects. The child observed is held still while the
// main process looks at it.
const (
	program  = "process-lifecycle"
	observed = "observed"
)

// row returns the row of a child in the process table at a point, and whether there is one.
func row(s *conformance.Scene, role, point string) (platform.Process, bool) {
	child := s.Event("enter", role)
	for _, p := range s.Table(point) {
		if p.PID == child.PID {
			return p, true
		}
	}
	return platform.Process{}, false
}

func zombies() conformance.Source {
	return source.Docs("Programming guidelines, joining zombie processes", "all-start-methods")
}
