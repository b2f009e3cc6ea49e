package startmethods

import (
	"os"
	"strings"
	"sync"
)

// spawnVariable is the environment variable that makes a process a spawned child. Its value says which inherited
// descriptors or handles are the child's ends of childPipes; everything else is sent there. The child removes the variable
// before any code of the program runs.
const spawnVariable = "SINGDANCE_STARTMETHODS_SPAWN"

// startSpawned is the start method spawn: it runs the program again. The child gets the command line of this process. It
// also gets its environment, working folder, stdout and stderr, unless the fields of the Process say otherwise.
func startSpawned(l launch) (child, error) { return spawn(l) }

// spawn runs the program again, as a child that gets additional files.
func spawn(l launch, more ...*os.File) (*spawnedChild, error) {
	payload, err := encode(l.info, l.task)
	if err != nil {
		return nil, err
	}
	path, err := executable()
	if err != nil {
		return nil, err
	}
	null, err := os.Open(os.DevNull)
	if err != nil {
		return nil, err
	}
	defer null.Close()
	pipes, err := openChildPipes()
	if err != nil {
		return nil, err
	}
	defer pipes.closeChildEnds()

	attributes := &os.ProcAttr{Dir: l.environment.dir, Files: l.environment.files(null)}
	names := passFiles(attributes, append([]*os.File{pipes.task, pipes.acknowledge}, more...)...)
	attributes.Env = append(withoutSpawnVariable(l.environment.variables()), spawnVariable+"="+strings.Join(names, ","))
	execLock.RLock()
	process, err := os.StartProcess(path, arguments(path), attributes)
	execLock.RUnlock()
	if err != nil {
		pipes.closeParentEnds()
		return nil, err
	}
	return &spawnedChild{
		directChild: directChild{process}, name: l.info.Name, pipes: pipes, written: pipes.send(payload),
	}, nil
}

// arguments returns the command line of a child. It is the same as that of this process, because the child runs the
// same main.
func arguments(path string) []string {
	if len(os.Args) == 0 {
		return []string{path}
	}
	return os.Args
}

func withoutSpawnVariable(environment []string) []string {
	kept := make([]string, 0, len(environment)+1)
	for _, variable := range environment {
		if !strings.HasPrefix(variable, spawnVariable+"=") {
			kept = append(kept, variable)
		}
	}
	return kept
}

// execLock is held for reading while this package runs a program, and for writing while it forks. When Go runs a program,
// the end of a pipe reports the successful exec. A child that is forked meanwhile would keep that pipe open.
// (syscall.ForkLock, which a fork holds too, is released slightly too early for that.)
var execLock sync.RWMutex

// A spawnedChild is a child that was spawned.
type spawnedChild struct {
	directChild
	name    string
	pipes   *childPipes
	written <-chan struct{} // closed when nothing is being sent
}

// unknownStatus is the exit code of a child whose exit status is not known, as in multiprocessing.
const unknownStatus = 255

func (s *spawnedChild) watch(w watcher) { go func() { w.childEnded(s.wait()) }() }

func (s *spawnedChild) wait() (int, error) {
	state, err := s.process.Wait()
	// If the child has ended without reading everything, this ends the goroutine that sends it.
	s.pipes.payload.Close()
	<-s.written
	guarded := acknowledged(s.pipes.acknowledged)
	s.pipes.acknowledged.Close()
	if err != nil {
		return unknownStatus, err
	}
	code := exitCode(state)
	if code == 0 && !guarded {
		return 1, &MissingGuardError{Process: s.name}
	}
	return code, nil
}
