// Package startmethods runs functions in other processes, as Python's multiprocessing does. It has the same three start
// methods, spawn, fork and forkserver, and the same names, in the style of Go. It needs neither Python nor cgo.
//
// This complete program works on every system:
//
//	package main
//
//	import (
//		"context"
//		"fmt"
//		"log"
//
//		"github.com/singdance/singdance/startmethods"
//	)
//
//	// A target is a function that a child can run. Register it in a package-level variable.
//	var sing = startmethods.Register("sing", func(call *startmethods.Call) error {
//		var song string
//		times := 1
//		err := call.Bind(startmethods.Required("song", &song), startmethods.Optional("times", &times))
//		if err != nil {
//			return err
//		}
//		for range times {
//			fmt.Println(startmethods.CurrentProcess().Name, "sings", song)
//		}
//		return nil
//	})
//
//	// Main is the main guard. In a child, it runs the child's target instead of run.
//	func main() { startmethods.Main(run) }
//
//	func run() {
//		p := &startmethods.Process{
//			Target: sing,
//			Args:   []any{"la la la"},
//			Kwargs: map[string]any{"times": 3},
//		}
//		if err := p.Start(); err != nil {
//			log.Fatal(err)
//		}
//		if err := p.Join(context.Background()); err != nil {
//			log.Fatal(err)
//		}
//		code, _ := p.ExitCode()
//		fmt.Println(p.Name, "exited with", code) // Process-1 exited with 0
//	}
//
// # Names in multiprocessing and here
//
//	multiprocessing                        this package
//	---------------                        ------------
//	get_all_start_methods()                Methods()
//	get_start_method()                     Method()
//	get_start_method(allow_none=True)      FixedMethod()
//	set_start_method(name)                 SetMethod(name)
//	set_start_method(name, force=True)     ForceMethod(name)
//	get_context(name)                      NewContext(name)
//	context.Process(target=f, args=(x,))   context.Process(f, x)
//	"spawn", "fork", "forkserver"          Spawn, Fork, ForkServer
//	Process(target=f, args=…, kwargs=…)    &Process{Target: f, Args: …, Kwargs: …}
//	p.name, p.daemon                       p.Name, p.Daemon
//	p.start(), p.join(timeout)             p.Start(), p.Join(ctx)
//	p.is_alive(), p.pid                    p.IsAlive(), p.PID()
//	p.exitcode, p.sentinel                 p.ExitCode(), p.Sentinel()
//	p.terminate(), p.kill(), p.close()     p.Terminate(), p.Kill(), p.Close()
//	p.interrupt()                          p.Interrupt()
//	current_process(), parent_process()    CurrentProcess(), ParentProcess()
//	active_children()                      ActiveChildren()
//	if __name__ == "__main__":             Main(run)
//	sys.exit(status)                       Exit(status)
//	atexit.register(f)                     OnExit(f)
//
// # Start methods
//
// The start method decides how a child is made and what it can run. [Methods] returns the methods that are available on
// this machine.
//
//   - [Spawn] runs the program again, with the same command line, environment and working folder. The child runs main from
//     the beginning until it reaches [Main], and runs its target there. It can run every target. It shares no memory with its
//     parent. Its stdin is the null device, its stdout and stderr are the parent's [os.Stdout] and [os.Stderr], and it inherits
//     no other descriptors or handles. The fields Env, Dir, Stdin, Stdout and Stderr of [Process] change that. The target's
//     name and arguments are sent through a pipe, so they can be large, and do not appear on the command line or in the
//     environment.
//   - [Fork] copies this process with the system call, without an exec. The child has all memory as it was, and all open
//     descriptors. Signal handlers are reset, and ignored signals stay ignored. The child has only one of Go's threads, so it
//     can run only targets that were registered for that: see [RegisterForked], [ForkedRunner] and package raw. The arguments
//     are not encoded.
//   - [ForkServer] runs the program again once, as a server that forks the children. A fork of the server is fast, no matter
//     how much memory this process has. The children are copies of a process that has run package initialization and main up
//     to [Main]. They have only the server's standard files, which are like those of a spawned child. They can run the same
//     targets as forked children. For the operating system, their parent is the server.
//
// Spawn is the default on Windows and macOS, and fork is the default on other systems that have it, as in multiprocessing
// before Python 3.14. If the default cannot start a process, because its target has no form for forked children or because a
// field such as Dir is set, [Process.Start] uses the first method that can. A method that was chosen by its name, with
// [SetMethod], [NewContext] or the field Method of [Process], is the only one that is used; if it cannot start the process,
// Start returns an error that says what to do.
//
// # Platforms
//
// Spawn is available on every system. Fork and forkserver are available on Linux, macOS, FreeBSD, NetBSD and DragonFly BSD.
// They are not available on Windows, which has no fork, or on OpenBSD, Solaris, illumos and AIX, which accept system calls
// only from their C library.
//
// The tests run on Linux (amd64, also with the race detector), and for Windows under Wine. For macOS and the BSDs, the
// package is compiled and vetted, but the tests have not been run there.
//
// # The link to the runtime
//
// Fork and forkserver call three functions of Go's runtime through go:linkname: syscall.runtime_BeforeFork,
// syscall.runtime_AfterFork and syscall.runtime_AfterForkInChild. Package syscall calls them for the forks of package os.
// They are not part of Go's compatibility promise. The runtime marks them as used by other packages
// (https://go.dev/issue/67401), and Go 1.26, the version that this module requires, has them.
//
// A later version of Go may break this in two ways. If it removes or restricts the functions, every program that imports this
// package fails to link on the systems that have fork, with an error that names the function. If it keeps them and changes
// what they do, forked children may crash or hang, or signals may be lost. Spawn does not use these functions.
//
// The tests fork thousands of times while other goroutines allocate, lock and collect garbage. They also check the signal
// masks and handlers of a child, and that the runtime stops a child that grows its stack. Run them with each new version of
// Go before you use it: go test github.com/singdance/singdance/startmethods.
//
// A fork can also delay a program in one way: if another goroutine runs a program with [os.StartProcess] or os/exec at the
// moment of the fork, the forked child holds the pipe on which Go waits for the exec. That start then returns only when the
// forked child has ended. Starts by this package do not delay each other in this way.
//
// # The fork server
//
// Each process that uses forkserver has its own server, named ForkServer. It begins with the first start, and is reached over
// a socket pair, which has no name. One goroutine of the server forks, and no other goroutine runs at that moment; but the
// process has the threads of Go's runtime too. The server reports to its client how the children end, and sends signals to
// them. It exits when its client has ended and all of its children have ended. A client that exits with [Exit] or [Main]
// waits for that.
//
// If the server is killed, the next start begins a new one. The exit codes of the children of the old one are lost: their
// exit code is 255, and Join returns [ErrServerEnded].
//
// # The main guard
//
// A spawned child runs main. If main started processes without a guard, the children would start children without end.
// Therefore a child that starts a process before it has reached [Main] exits with status 1 and a [MissingGuardError] on
// stderr, and starts nothing. A child that does not reach Main always has an exit code other than 0; see
// [Process.ExitCode].
//
// A fork server runs main too. If it starts a process before it has reached Main, the server stays, and its children exit
// with status 1 and the error on stderr. A program that only forks needs no guard.
//
// # The end of a process
//
// If the function that [Main] runs returns or panics, if a target returns or panics, or if [Exit] is called, the process
// terminates its daemonic children, and then waits for all children. A process that is killed or that calls [os.Exit] does
// neither.
//
// # Errors
//
// The errors name the process and say what to do. Their types are [ProcessError], [MethodError], [MethodFixedError],
// [TargetError], [NotForkableError], [FieldError], [ArgumentError] and [MissingGuardError]. Use [errors.As] to get them, and
// [errors.Is] to check for a condition such as [ErrStarted].
//
// # Differences from multiprocessing
//
// This package follows the documentation of multiprocessing in CPython 3.14
// (https://docs.python.org/3.14/library/multiprocessing.html). The differences are:
//
//   - Targets are registered, because Go cannot find a function by its name. Forked children need special ones.
//   - Without a chosen method, a process may be started by another method than the default.
//   - A process gets its number at its first use, not when it is made.
//   - An ended child is reaped at once, not at the next call. Sentinel is a channel.
//   - An interrupted child has the exit code -2. In Python, the interrupt becomes an exception, and the exit code is 1.
//   - If a target panics, the stack trace is written before its process waits for children.
package startmethods
