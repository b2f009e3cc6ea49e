package startmethods

import (
	"bufio"
	"encoding/gob"
	"fmt"
	"os"
	"strings"
	"sync"
)

// inherited is what this process got from the parent that spawned it, or nil if it was not spawned. It is set while this
// package is initialized, before any code that uses this package runs.
var inherited = takeParentPipes()

// parentPipes are the child's side of childPipes.
type parentPipes struct {
	payload, acknowledge *os.File
	socket               *os.File // in a fork server, the connection to its client
	decoder              *gob.Decoder
	info                 func() childInfo // reads it once
}

func takeParentPipes() *parentPipes {
	value, ok := os.LookupEnv(spawnVariable)
	if !ok {
		return nil
	}
	if err := os.Unsetenv(spawnVariable); err != nil {
		exitWithoutTask(err)
	}
	names := strings.Split(value, ",")
	files := make([]*os.File, len(names))
	if len(names) != 2 && len(names) != 3 {
		exitWithoutTask(fmt.Errorf("the environment variable %s is %q", spawnVariable, value))
	}
	for i, name := range names {
		take := inheritFile
		if i == 2 {
			take = inheritSocket
		}
		file, err := take(name)
		if err != nil {
			exitWithoutTask(fmt.Errorf("the environment variable %s is %q: %w", spawnVariable, value, err))
		}
		files[i] = file
	}
	closeInherited(files)
	p := &parentPipes{payload: files[0], acknowledge: files[1]}
	if len(files) == 3 {
		p.socket = files[2]
	}
	p.decoder = gob.NewDecoder(bufio.NewReaderSize(p.payload, 1<<16))
	p.info = sync.OnceValue(p.readInfo)
	return p
}

func (p *parentPipes) readInfo() childInfo {
	var info childInfo
	if err := p.decoder.Decode(&info); err != nil {
		exitWithoutTask(err)
	}
	atStep(childKnowsInfo)
	return info
}

// accept is called at the main guard. It reads the task, acknowledges it, closes the pipes, and returns the function that
// does the task.
func (p *parentPipes) accept() (run func() error) {
	info := p.info()
	var work task
	if err := p.decoder.Decode(&work); err != nil {
		exitWithoutTask(fmt.Errorf("%s cannot decode its arguments: %w", info.Name, err))
	}
	atStep(childKnowsTask)
	p.payload.Close()
	p.decoder = nil
	// If this fails, the parent has ended.
	_, _ = p.acknowledge.Write([]byte{1})
	p.acknowledge.Close()
	guarded.Store(true)
	atStep(childGuarded)
	if p.socket != nil {
		return func() error {
			serve(p.socket, prepareRunner)
			return nil
		}
	}
	return func() error {
		if work.Target == "" {
			return nil
		}
		target, err := LookupTarget(work.Target)
		if err != nil {
			return &TargetError{Process: info.Name, Target: work.Target}
		}
		return target.runHere(&Call{
			Args: work.Args, Kwargs: work.Kwargs,
			process: CurrentProcess(), parent: ParentProcess(), target: work.Target,
		})
	}
}

// exitWithoutTask exits a child that cannot read what to do.
func exitWithoutTask(err error) {
	fmt.Fprintf(os.Stderr, "startmethods: this spawned child cannot read from its parent what to do: %v\n"+
		"Its parent has ended, or the program was changed since it was started, or its types are registered too late.\n", err)
	os.Exit(1)
}
