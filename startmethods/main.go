package startmethods

import (
	"fmt"
	"os"
	"runtime/debug"
	"sync/atomic"
)

// guarded says that this process, a spawned child, has come to the main guard.
var guarded atomic.Bool

// OnBootstrapping, if it is set, is told of the [BootstrappingError] in a spawned child that has not come to [Main]
// and starts a process or calls [Exit], before that child writes the error to stderr and ends with status 1. It is
// told in a fork server too, which then goes on, but ends its children in this way. It may end the process itself. It is to be set in an init function, or before main does anything else.
var OnBootstrapping func(error)

// Bootstrapping says whether this process is a spawned child that has not yet come to [Main]. What main does for such
// a child, it does for nothing; a program that does something expensive before Main can ask first.
func Bootstrapping() bool { return inherited != nil && !guarded.Load() }

// Main is the main guard, what "if __name__ == '__main__'" is for multiprocessing. It belongs at the beginning of a
// program's main function, and is best all of it:
//
//	func main() { startmethods.Main(run) }
//
// In the main process it calls the function, and then ends the program as [Exit] does, with status 0: daemonic
// children are terminated, then all are waited for. If the function panics, the trace is written to stderr before
// that, and the status is 1; Go's own status 2 would say something else. A panic in another goroutine than that of
// Main ends the program in Go's way, with status 2 and without waiting for children.
//
// In a spawned child, which comes to Main because it executes the same program from its beginning, Main does not call
// the function. It runs the child's target instead, and ends the process: with status 0 if the target returns nil,
// with status 1 if it returns an error or panics, which is written to stderr below a line with the process's name. The
// child's own children are terminated and waited for like those of the main process.
//
// Main never returns, so nothing after it is executed, and no function that was deferred before it. Neither a signal
// nor [os.Exit] waits for children.
//
// A program without Main can start processes; but its children then come to that start too, on their way through main,
// and are refused with a [BootstrappingError].
func Main(main func()) {
	if Bootstrapping() {
		perform(inherited.accept())
	}
	perform(func() error {
		main()
		return nil
	})
}

// perform runs what this process is for, and ends it with the status that this has. It does not return.
func perform(run func() error) {
	defer func() {
		// Only a panic and runtime.Goexit come here, since finish does not return.
		if reason := recover(); reason != nil {
			reportPanic(reason)
		} else {
			report([]byte("startmethods: runtime.Goexit was called instead of returning\n"))
		}
		finish(1)
	}()
	if err := run(); err != nil {
		report(fmt.Appendf(nil, "%v\n", err))
		finish(1)
	}
	finish(0)
}

// reportPanic writes a panic with its trace to stderr, from the deferred function that has recovered it.
func reportPanic(reason any) { report(fmt.Appendf(nil, "panic: %v\n\n%s", reason, debug.Stack())) }

// report writes what ended this process to stderr; for a child below its name, since it shares stderr with others.
func report(text []byte) {
	if inherited != nil {
		text = append(fmt.Appendf(nil, "Process %s:\n", current().Name), text...)
	}
	_, _ = os.Stderr.Write(text)
}

// told says that OnBootstrapping has been called, which may come back here by way of Exit.
var told atomic.Bool

// refuse ends a spawned child that has not come to the main guard. A fork server goes no further either; but it is there
// for children, and each of them will end with the error.
func refuse(err error) {
	if OnBootstrapping != nil && !told.Swap(true) {
		OnBootstrapping(err)
	}
	report(fmt.Appendf(nil, "%v\n", err))
	if inherited.socket != nil {
		serve(inherited.socket, func(who introduction, _ task) Prepared {
			return failed(who.Name, fmt.Appendln(nil, &BootstrappingError{Process: who.Name}))
		})
	}
	os.Exit(1)
}
