package startmethods

import (
	"os"
	"strconv"
	"sync"
	"sync/atomic"
)

// mainName is the name of a process that this package did not start.
const mainName = "MainProcess"

// processObjects holds the objects for this process and its parent. The parent is nil in the main process.
type processObjects struct {
	current, parent *Process
}

// objects returns the objects for this process and its parent. A child reads them from its parent at the first call.
var objects = sync.OnceValue(func() processObjects {
	if inherited == nil {
		return processObjects{current: currentObject(childInfo{Name: mainName}, os.Getpid())}
	}
	info := inherited.info()
	fixed.Lock()
	fixed.method = info.Method
	fixed.Unlock()
	return processObjects{current: currentObject(info, os.Getpid()), parent: parentObject(info)}
})

// currentObject returns the object that represents a process in that process.
func currentObject(info childInfo, pid int) *Process {
	return &Process{
		Name: info.Name, Daemon: info.Daemon, Method: info.Method, role: currentRole, owner: os.Getpid(), id: pid,
		identity: info.Identity, ended: make(chan struct{}),
	}
}

// parentObject returns the object that represents the parent of a process in that process.
func parentObject(info childInfo) *Process {
	return &Process{
		Name: info.ParentName, role: parentRole, owner: os.Getpid(), id: info.ParentPID, ended: make(chan struct{}),
	}
}

func current() *Process { return objects().current }

// CurrentProcess returns an object that represents this process. In a child, it has the Name, Daemon and Method that the
// child was started with. In the main process, its Name is "MainProcess". It cannot be started, joined or ended; the error
// is [ErrNotChild].
func CurrentProcess() *Process { return current() }

// ParentProcess returns an object that represents the process that started this one, with its Name and PID. In the main
// process it returns nil. The object cannot be joined or ended; the error is [ErrNotChild].
func ParentProcess() *Process { return objects().parent }

// lastNumber counts the processes that this one has made.
var lastNumber atomic.Int64

func nextNumber() int { return int(lastNumber.Add(1)) }

// defaultName returns the name of a process that was not given one.
func defaultName(identity []int) string {
	name := []byte("Process")
	separator := byte('-')
	for _, n := range identity {
		name = strconv.AppendInt(append(name, separator), int64(n), 10)
		separator = ':'
	}
	return string(name)
}
