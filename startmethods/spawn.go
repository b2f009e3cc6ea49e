package startmethods

import (
	"os"
	"strings"
	"sync"
)

// spawn executes the program again. The new process has nothing of this one but its command line, its environment, its
// folder, its stdout and its stderr; its stdin is the null device.
var spawn = method{name: "spawn", start: startSpawned, probe: func() error { return nil }}

// announcement is the environment variable that makes a process a spawned child: it says which inherited descriptors
// or handles are the child's ends of the handover. All else travels there. The child removes the variable before any
// code of the program runs.
const announcement = "SINGDANCE_STARTMETHODS_SPAWN"

func startSpawned(who introduction, what task) (child, error) { return executed(who, what) }

// executed executes the program again, as a child with more files than it needs itself.
func executed(who introduction, what task, more ...*os.File) (*spawned, error) {
	payload, err := encode(who, what)
	if err != nil {
		return nil, err
	}
	path, err := executable()
	if err != nil {
		return nil, err
	}
	stdin, err := os.Open(os.DevNull)
	if err != nil {
		return nil, err
	}
	defer stdin.Close()
	pipes, err := openHandover()
	if err != nil {
		return nil, err
	}
	defer pipes.closeChildEnds()

	attributes := &os.ProcAttr{Files: []*os.File{stdin, os.Stdout, os.Stderr}}
	names := bequeath(attributes, append([]*os.File{pipes.task, pipes.acknowledge}, more...)...)
	attributes.Env = append(withoutAnnouncement(os.Environ()), announcement+"="+strings.Join(names, ","))
	executing.RLock()
	process, err := os.StartProcess(path, arguments(path), attributes)
	executing.RUnlock()
	if err != nil {
		pipes.closeParentEnds()
		return nil, err
	}
	return &spawned{own: own{process}, name: who.Name, pipes: pipes, written: pipes.send(payload)}, nil
}

// arguments is the command line of a child: that of this process, because the child runs the same main.
func arguments(path string) []string {
	if len(os.Args) == 0 {
		return []string{path}
	}
	return os.Args
}

func withoutAnnouncement(environment []string) []string {
	kept := make([]string, 0, len(environment)+1)
	for _, variable := range environment {
		if !strings.HasPrefix(variable, announcement+"=") {
			kept = append(kept, variable)
		}
	}
	return kept
}

// executing is held for reading while this package executes a program, and for writing while it forks. Go starts a program
// with a pipe whose end tells of the successful exec, and a child that is forked meanwhile would hold it open.
// (syscall.ForkLock, which a fork holds too, is released a little too early for that.)
var executing sync.RWMutex

// spawned is a child that has been spawned.
type spawned struct {
	own
	name    string
	pipes   *handover
	written <-chan struct{} // closed when nothing is being sent any more
}

// unknownStatus is the exit code of a child whose status the operating system does not tell, as in multiprocessing.
const unknownStatus = 255

func (s *spawned) watch(w watcher) { go func() { w.told(s.wait()) }() }

func (s *spawned) wait() (int, error) {
	state, err := s.process.Wait()
	// A child that ended without having read everything has left the sender behind.
	s.pipes.payload.Close()
	<-s.written
	guarded := acknowledged(s.pipes.acknowledged)
	s.pipes.acknowledged.Close()
	if err != nil {
		return unknownStatus, err
	}
	code := exitCode(state)
	if code == 0 && !guarded {
		return 1, &BootstrappingError{Process: s.name}
	}
	return code, nil
}
