package startmethods

import "os"

// own is a child whose parent is this process, by the operating system too.
type own struct{ process *os.Process }

func (o own) pid() int         { return o.process.Pid }
func (o own) terminate() error { return terminate(o.process) }
func (o own) kill() error      { return kill(o.process) }
func (o own) interrupt() error { return interrupt(o.process) }
