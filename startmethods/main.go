package startmethods

import (
	"fmt"
	"os"
	"runtime/debug"
	"sync/atomic"
)

// guarded reports that this process, a spawned child, has reached the main guard.
var guarded atomic.Bool

// missingGuard is the function that OnMissingGuard registered.
var missingGuard atomic.Pointer[func(error)]

// OnMissingGuard registers a function that is called with the [MissingGuardError] in a spawned child that has not
// reached [Main] and starts a process or calls [Exit]. After the function returns, the child writes the error to stderr
// and exits with status 1. The function may exit the process itself.
//
// The function is also called in a fork server that has not reached [Main]. The fork server goes on after that; the
// children that it forks write the error and exit with status 1.
//
// Call OnMissingGuard in an init function or first in main. There is one such function: a later call replaces it, and nil
// removes it.
func OnMissingGuard(f func(error)) { missingGuard.Store(&f) }

// Bootstrapping reports whether this process is a spawned child that has not yet reached [Main]. Such a child does not
// need what main does before Main; a program that does something expensive there can ask first.
func Bootstrapping() bool { return inherited != nil && !guarded.Load() }

// Main is the main guard. It corresponds to if __name__ == "__main__" in multiprocessing. Call it first in the program's
// main function, and preferably make it the only statement there:
//
//	func main() { startmethods.Main(run) }
//
// In the main process, Main calls the function, and then exits like [Exit] with status 0: it terminates the daemonic
// children, and then waits for all children. If the function panics, Main first writes the panic and the stack trace to
// stderr, and the status is 1 (Go's own status 2 would mean something else). If another goroutine panics, Go ends the
// program with status 2, without waiting for children.
//
// A spawned child runs the same program from the beginning, and so also reaches Main. There, Main does not call the
// function. It runs the child's target, and then exits: with status 0 if the target returns nil, and with status 1 if it
// returns an error or panics. It writes the error or the panic to stderr, after a line with the name of the process. It
// handles the child's own children in the same way as in the main process.
//
// Main does not return. Statements after it and functions that were deferred before it do not run. A process that is
// killed by a signal or calls [os.Exit] does not wait for its children.
//
// A program without Main can start processes. But its spawned children run main too, reach the same start, and exit
// with a [MissingGuardError].
func Main(main func()) {
	if Bootstrapping() {
		runAndExit(inherited.accept())
	}
	runAndExit(func() error {
		main()
		return nil
	})
}

// runAndExit runs the work of this process, and exits with the status that follows from it. It does not return.
func runAndExit(run func() error) {
	defer func() {
		// Only a panic and runtime.Goexit get here, since exit does not return.
		if reason := recover(); reason != nil {
			reportPanic(reason)
		} else {
			reportEnd([]byte("startmethods: runtime.Goexit was called instead of returning\n"))
		}
		exit(1)
	}()
	if err := run(); err != nil {
		reportEnd(fmt.Appendf(nil, "%v\n", err))
		exit(1)
	}
	exit(0)
}

// reportPanic writes a panic with its stack trace to stderr. The deferred function that recovered it calls it.
func reportPanic(reason any) { reportEnd(fmt.Appendf(nil, "panic: %v\n\n%s", reason, debug.Stack())) }

// reportEnd writes to stderr what ended this process. In a child, a line with its name comes first, since several
// processes share stderr.
func reportEnd(text []byte) {
	if inherited != nil {
		text = append(fmt.Appendf(nil, "Process %s:\n", current().Name), text...)
	}
	_, _ = os.Stderr.Write(text)
}

// missingGuardReported reports that the function of OnMissingGuard has been called. It may call Exit, which would call it
// again.
var missingGuardReported atomic.Bool

// exitWithoutGuard exits a spawned child that has not reached the main guard. A fork server goes on from here, because
// its children have to end with the error.
func exitWithoutGuard(err error) {
	if f := missingGuard.Load(); f != nil && *f != nil && !missingGuardReported.Swap(true) {
		(*f)(err)
	}
	reportEnd(fmt.Appendf(nil, "%v\n", err))
	if inherited.socket != nil {
		serve(inherited.socket, func(info childInfo, _ task) ForkedRunner {
			return newFailedRunner(info.Name, fmt.Appendln(nil, &MissingGuardError{Process: info.Name}))
		})
	}
	os.Exit(1)
}
