package startmethods

import (
	"bufio"
	"encoding/gob"
	"fmt"
	"os"
	"strings"
	"sync"
)

// inherited is what this process got from the parent that spawned it, or nil if none did. It is taken while this package
// is initialized, and so before any code of the program runs that uses this package.
var inherited = takeInheritance()

// An inheritance is the child's side of a handover.
type inheritance struct {
	payload, acknowledge *os.File
	socket               *os.File // of a fork server
	decoder              *gob.Decoder
	introduction         func() introduction // reads it once
}

func takeInheritance() *inheritance {
	announced, ok := os.LookupEnv(announcement)
	if !ok {
		return nil
	}
	if err := os.Unsetenv(announcement); err != nil {
		fail(err)
	}
	names := strings.Split(announced, ",")
	files := make([]*os.File, len(names))
	if len(names) != 2 && len(names) != 3 {
		fail(fmt.Errorf("the environment variable %s is %q", announcement, announced))
	}
	for i, name := range names {
		take := inherit
		if i == 2 {
			take = inheritSocket
		}
		file, err := take(name)
		if err != nil {
			fail(fmt.Errorf("the environment variable %s is %q: %w", announcement, announced, err))
		}
		files[i] = file
	}
	closeStrays(files)
	i := &inheritance{payload: files[0], acknowledge: files[1]}
	if len(files) == 3 {
		i.socket = files[2]
	}
	i.decoder = gob.NewDecoder(bufio.NewReaderSize(i.payload, 1<<16))
	i.introduction = sync.OnceValue(i.readIntroduction)
	return i
}

func (i *inheritance) readIntroduction() introduction {
	var who introduction
	if err := i.decoder.Decode(&who); err != nil {
		fail(err)
	}
	reach(childIntroduced)
	return who
}

// accept is called at the main guard. It reads the task, acknowledges it, closes what has been inherited, and answers the
// function that performs the task.
func (i *inheritance) accept() (run func() error) {
	who := i.introduction()
	var what task
	if err := i.decoder.Decode(&what); err != nil {
		fail(fmt.Errorf("%s cannot decode its arguments: %w", who.Name, err))
	}
	reach(childInformed)
	i.payload.Close()
	i.decoder = nil
	// A parent that has ended does not want to know.
	_, _ = i.acknowledge.Write([]byte{1})
	i.acknowledge.Close()
	guarded.Store(true)
	reach(childGuarded)
	if i.socket != nil {
		return func() error {
			serve(i.socket, prepared)
			return nil
		}
	}
	return func() error {
		if what.Target == "" {
			return nil
		}
		target, err := LookupTarget(what.Target)
		if err != nil {
			return &TargetError{Process: who.Name, Target: what.Target}
		}
		return target.perform(&Call{
			Args: what.Args, Kwargs: what.Kwargs, process: CurrentProcess(), parent: ParentProcess(), target: what.Target,
		})
	}
}

// fail ends a child that does not get to know what it is for.
func fail(err error) {
	fmt.Fprintf(os.Stderr, "startmethods: this spawned child does not learn from its parent what to do: %v\n"+
		"Its parent has ended, or the program was changed since it was started, or its types are registered too late.\n", err)
	os.Exit(1)
}
