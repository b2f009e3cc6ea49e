package startmethods

import "os"

// A directChild is a child whose parent, for the operating system, is this process.
type directChild struct{ process *os.Process }

func (d directChild) pid() int         { return d.process.Pid }
func (d directChild) terminate() error { return terminate(d.process) }
func (d directChild) kill() error      { return kill(d.process) }
func (d directChild) interrupt() error { return interrupt(d.process) }
