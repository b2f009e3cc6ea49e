package startmethods

import (
	"slices"
	"sync"
)

// A childList holds the running children in the order in which they were started.
type childList struct {
	mu      sync.Mutex
	running []*Process
}

var children childList

func (l *childList) add(p *Process) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.running = append(l.running, p)
}

func (l *childList) remove(p *Process) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.running = slices.DeleteFunc(l.running, func(other *Process) bool { return other == p })
}

func (l *childList) all() []*Process {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.running)
}

// ActiveChildren returns the running children of this process in the order in which they were started.
func ActiveChildren() []*Process {
	// A child that has just ended is still in the list, so that the end of this process does not miss it.
	return slices.DeleteFunc(children.all(), (*Process).over)
}
