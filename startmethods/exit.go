package startmethods

import (
	"os"
	"reflect"
	"runtime"
	"sync"
)

// lifetime is what Start and the end of this process have to agree upon: a child is either started before the end
// begins, and then waited for, or not at all.
var lifetime struct {
	sync.RWMutex
	ending bool
}

// Exit ends this process with a status, like Python's sys.exit, and does not return. First the daemonic children are
// terminated, in the order of their starts, then all children are waited for, in this order too. [os.Exit] ends a
// process without any of this, like os._exit, and leaves its children behind.
//
// If several goroutines call Exit, the first one's status counts. Deferred functions do not run. Of the status, Unix
// keeps the low 8 bits.
//
// In a spawned child that has not come to [Main], the status is 1 whatever was asked for, and a [BootstrappingError] is
// written to stderr: the child has not done what it was started for.
func Exit(status int) {
	if Bootstrapping() {
		refuse(&BootstrappingError{Process: current().Name})
	}
	finish(status)
}

// OnEnd, if it is set, is called when this process ends by [Main] or [Exit], with the status that was asked for, after all
// children were waited for: what a function is for multiprocessing that was registered with atexit before it. It is to
// be set before main does anything else, and must not start processes. If it calls Exit or panics, that ends it, and changes
// the status no more than it does in a child of multiprocessing; the panic's trace is written to stderr.
var OnEnd func(status int)

// finish ends this process in the way of multiprocessing's exit handler.
func finish(status int) {
	lifetime.Lock()
	first := !lifetime.ending
	lifetime.ending = true
	lifetime.Unlock()
	if !first {
		if calledByOnEnd() {
			runtime.Goexit() // which callOnEnd awaits
		}
		select {}
	}
	for _, p := range children.all() {
		if p.daemon {
			// What cannot be terminated is waited for below, as multiprocessing does.
			_ = p.Terminate()
		}
	}
	for _, p := range children.all() {
		<-p.ended
	}
	stopServer()
	if OnEnd != nil {
		callOnEnd(status)
	}
	os.Exit(status)
}

// callOnEnd calls OnEnd, and ends this process in whatever way that ends.
//
//go:noinline
func callOnEnd(status int) {
	defer func() {
		if reason := recover(); reason != nil {
			reportPanic(reason)
		}
		os.Exit(status)
	}()
	OnEnd(status)
}

// calledByOnEnd says whether it is OnEnd that calls, and no other goroutine.
func calledByOnEnd() bool {
	callers := make([]uintptr, 64)
	n := runtime.Callers(0, callers)
	for n == len(callers) { // there may be more
		callers = make([]uintptr, 2*n)
		n = runtime.Callers(0, callers)
	}
	sought := reflect.ValueOf(callOnEnd).Pointer()
	frames := runtime.CallersFrames(callers[:n])
	for more := true; more; {
		var frame runtime.Frame
		if frame, more = frames.Next(); frame.Entry == sought {
			return true
		}
	}
	return false
}
