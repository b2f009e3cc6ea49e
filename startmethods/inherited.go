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
	files := make([]*os.File, 2)
	names := strings.Split(announced, ",")
	if len(names) != len(files) {
		fail(fmt.Errorf("the environment variable %s is %q", announcement, announced))
	}
	for i, name := range names {
		file, err := inherit(name)
		if err != nil {
			fail(fmt.Errorf("the environment variable %s is %q: %w", announcement, announced, err))
		}
		files[i] = file
	}
	closeStrays(files)
	i := &inheritance{payload: files[0], acknowledge: files[1]}
	i.decoder = gob.NewDecoder(bufio.NewReaderSize(i.payload, 1<<16))
	i.introduction = sync.OnceValue(i.readIntroduction)
	return i
}

func (i *inheritance) readIntroduction() introduction {
	var who introduction
	if err := i.decoder.Decode(&who); err != nil {
		fail(err)
	}
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
	i.payload.Close()
	i.decoder = nil
	// A parent that has ended does not want to know.
	_, _ = i.acknowledge.Write([]byte{1})
	i.acknowledge.Close()
	guarded.Store(true)
	return func() error {
		if what.Target == "" {
			return nil
		}
		target, err := LookupTarget(what.Target)
		if err != nil {
			return &TargetError{Process: who.Name, Target: what.Target}
		}
		return target.run(&Call{Args: what.Args, Kwargs: what.Kwargs, process: who.Name, target: what.Target})
	}
}

// fail ends a child that does not get to know what it is for.
func fail(err error) {
	fmt.Fprintf(os.Stderr, "startmethods: this spawned child does not learn from its parent what to do: %v\n"+
		"Its parent has ended, or the program was changed since it was started, or its types are registered too late.\n", err)
	os.Exit(1)
}
