package startmethods

import (
	"slices"
	"sync"
)

// A register holds the children that run, in the order of their starts.
type register struct {
	mu      sync.Mutex
	running []*Process
}

var children register

func (r *register) add(p *Process) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.running = append(r.running, p)
}

func (r *register) remove(p *Process) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.running = slices.DeleteFunc(r.running, func(other *Process) bool { return other == p })
}

func (r *register) all() []*Process {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.running)
}

// ActiveChildren answers the children of this process that run, in the order in which they were started. One that has
// been joined is not among them.
func ActiveChildren() []*Process {
	// A child that has just ended is kept for the end of this process, which must overlook none, but it runs no more.
	return slices.DeleteFunc(children.all(), (*Process).over)
}
