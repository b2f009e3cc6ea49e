package startmethods

import (
	"os"
	"reflect"
	"runtime"
	"sync"
	"sync/atomic"
)

// lifetime synchronizes Start with the end of this process. A child is either started before the end begins, and then
// waited for, or not started.
var lifetime struct {
	sync.RWMutex
	ending bool
}

// Exit exits this process with the given status, like Python's sys.exit. It does not return. First it terminates the
// daemonic children in the order in which they were started, then it waits for all children in that order. In contrast,
// [os.Exit] does neither, like Python's os._exit, and leaves the children running.
//
// If several goroutines call Exit, the status of the first call counts. Deferred functions do not run. Unix keeps the low
// 8 bits of the status.
//
// In a spawned child that has not reached [Main], the status is always 1, and Exit writes a [MissingGuardError] to
// stderr: the child has not run its target.
func Exit(status int) {
	if Bootstrapping() {
		exitWithoutGuard(&MissingGuardError{Process: current().Name})
	}
	exit(status)
}

// exitFunction is the function that OnExit registered.
var exitFunction atomic.Pointer[func(int)]

// OnExit registers a function that is called when this process exits through [Main] or [Exit], after it has waited for
// all children. The function gets the exit status. It corresponds to a function that is registered with Python's atexit
// before multiprocessing is imported.
//
// The function must not start processes. It cannot change the status: if it calls Exit or runtime.Goexit, the process
// exits with the status that it had, and if it panics, the process writes the panic and the stack trace to stderr first.
//
// Call OnExit in an init function or first in main. There is one such function: a later call replaces it, and nil removes
// it.
func OnExit(f func(status int)) { exitFunction.Store(&f) }

// exit exits this process in the same way as multiprocessing's exit handler.
func exit(status int) {
	lifetime.Lock()
	first := !lifetime.ending
	lifetime.ending = true
	lifetime.Unlock()
	if !first {
		if calledByExitFunction() {
			runtime.Goexit() // callExitFunction waits for this
		}
		select {}
	}
	for _, p := range children.all() {
		if p.daemon {
			// A child that cannot be terminated is waited for below, as in multiprocessing.
			_ = p.Terminate()
		}
	}
	for _, p := range children.all() {
		<-p.ended
	}
	stopServer()
	if f := exitFunction.Load(); f != nil && *f != nil {
		callExitFunction(*f, status)
	}
	os.Exit(status)
}

// callExitFunction calls the function of OnExit, and exits this process however the function ends.
//
//go:noinline
func callExitFunction(f func(int), status int) {
	defer func() {
		if reason := recover(); reason != nil {
			reportPanic(reason)
		}
		os.Exit(status)
	}()
	f(status)
}

// calledByExitFunction reports whether the function of OnExit is the caller, in its own goroutine.
func calledByExitFunction() bool {
	callers := make([]uintptr, 64)
	n := runtime.Callers(0, callers)
	for n == len(callers) { // there may be more
		callers = make([]uintptr, 2*n)
		n = runtime.Callers(0, callers)
	}
	sought := reflect.ValueOf(callExitFunction).Pointer()
	frames := runtime.CallersFrames(callers[:n])
	for more := true; more; {
		var frame runtime.Frame
		if frame, more = frames.Next(); frame.Entry == sought {
			return true
		}
	}
	return false
}
