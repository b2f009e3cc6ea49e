package startmethods

import (
	"os"
	"strconv"
	"sync"
	"sync/atomic"
)

// mainName is the name of a process that no process of this package has started.
const mainName = "MainProcess"

// family is this process and its parent, which is nil in the main process.
type family struct {
	current, parent *Process
}

// relatives finds out who this process is, when that is first asked. A child learns it from its parent.
var relatives = sync.OnceValue(func() family {
	if inherited == nil {
		return family{current: self(introduction{Name: mainName}, os.Getpid())}
	}
	who := inherited.introduction()
	fixed.Lock()
	fixed.method = who.Method
	fixed.Unlock()
	return family{current: self(who, os.Getpid()), parent: parentOf(who)}
})

// self is the object that stands for a process in itself.
func self(who introduction, pid int) *Process {
	return &Process{
		Name: who.Name, Daemon: who.Daemon, Method: who.Method, role: currentRole, owner: os.Getpid(), id: pid,
		identity: who.Identity, ended: make(chan struct{}),
	}
}

// parentOf is the object that stands for the parent of a process in itself.
func parentOf(who introduction) *Process {
	return &Process{
		Name: who.ParentName, role: parentRole, owner: os.Getpid(), id: who.ParentPID, ended: make(chan struct{}),
	}
}

func current() *Process { return relatives().current }

// CurrentProcess answers the object that stands for this process: in a child with the name, the Daemon flag and the
// start method that its parent gave it, in the main process with the name "MainProcess". It cannot be started, joined
// or ended through it; the error is [ErrForeign].
func CurrentProcess() *Process { return current() }

// ParentProcess answers an object that stands for the process that started this one, with its name and PID, or nil in the
// main process. It cannot be joined or ended through it; the error is [ErrForeign].
func ParentProcess() *Process { return relatives().parent }

// numbers counts the processes that this one has made.
var numbers atomic.Int64

func nextNumber() int { return int(numbers.Add(1)) }

// defaultName is the name of a process that was given none.
func defaultName(identity []int) string {
	name := []byte("Process")
	separator := byte('-')
	for _, n := range identity {
		name = strconv.AppendInt(append(name, separator), int64(n), 10)
		separator = ':'
	}
	return string(name)
}
