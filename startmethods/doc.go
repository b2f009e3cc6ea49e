// Package startmethods runs functions in processes of their own, in the way of Python's multiprocessing: with its
// vocabulary, in Go's style, and with nothing but Go.
//
// A complete program:
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
//	// A target is what a child can run. It is registered under a name, before main begins.
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
//	// Main is the main guard. A child comes here too, and runs its target instead of perform.
//	func main() { startmethods.Main(perform) }
//
//	func perform() {
//		// Where the default is fork, the target would need a second form: see RegisterForked.
//		if err := startmethods.SetMethod("spawn"); err != nil {
//			log.Fatal(err)
//		}
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
//		fmt.Println(p.Name, "ended with", code) // Process-1 ended with 0
//	}
//
// # Start methods
//
// How a child comes into being is its start method. [Methods] answers those that this machine offers; the first
// is the default, and [SetMethod], [NewContext] and the Method of a [Process] choose another.
//
//   - spawn, on every system: the program is executed again, with the same command line, environment and folder. The
//     child runs main from its beginning until it comes to [Main], and there its target. It shares no memory with its
//     parent. Its stdout and stderr are the parent's [os.Stdout] and [os.Stderr], its stdin is the null device, and no
//     other descriptor or handle of its parent stays open in it. What it is to do travels on a pipe, never on the command
//     line or in the environment, whatever its size.
//   - fork, on Linux, macOS, FreeBSD, NetBSD and DragonFly: a copy of this process, made by the system call, without an
//     exec. All memory is as it was, all descriptors are open, the signal handlers are the default ones, and ignored
//     signals stay ignored. Of Go's threads there is one, so such a child can run nothing but targets that are made for
//     it: see [RegisterForked], [ForkedRunner] and package raw. Its arguments are not encoded.
//   - forkserver, on the same systems: the program is executed again, once, as a server that forks the children. They are
//     small and quickly made however much memory this process has, they are copies of a process in which nothing has
//     happened yet but the initialization of packages and main up to [Main], and they have no descriptors but the server's
//     standard three, which are as those of a spawned child. Like forked children, they run targets that are made for it.
//     Their parent for the operating system is the server.
//
// spawn is the default on Windows and macOS, fork elsewhere, as it was in multiprocessing before Python 3.14. On OpenBSD,
// Solaris, illumos and AIX, where system calls of a program's own are not accepted, and on Windows spawn is the only one.
//
// A fork that happens while another goroutine executes a program by [os.StartProcess] or os/exec can hold that up until
// the forked child ends, which then has the pipe open on which Go waits for the exec.
// Starts by this package itself wait for each other.
//
// # The fork server
//
// The server begins with the first process that is started with forkserver, in each process that does so, and is named
// ForkServer. It is asked over a socket pair, which has no name. One of its goroutines forks, and no other runs at that
// moment; but no process of Go has one thread only, and the runtime's own are there beside it. It tells the parent how its
// children end, and takes signals for them. It ends when nobody can ask it any more and all of its children have ended: at the end
// of the process that it serves, which waits for it, or after a sudden one. If it is killed, the next start begins a new
// one; how the children ended that it had then, nobody knows: their exit code is 255, and Join answers [ErrServerEnded].
//
// # The main guard
//
// Because a spawned child runs main, a program that started its children there without a guard would start children
// that start children, without end. So this is refused: a child that starts a process before it has come to [Main]
// ends with status 1, with a [MissingGuardError] on stderr, and nothing multiplies. A child that does not come to
// Main at all has an exit code other than 0 in any case; see [Process.ExitCode]. A fork server runs main as well, and is
// refused in the same way; it is its children then that end with status 1, with the error on stderr. Under fork, a
// program needs no guard.
//
// # The end of a process
//
// When the function that [Main] runs returns, when [Exit] is called, and when that function or a target panics, the
// daemonic children are terminated, and then all children are waited for. Nothing is done for children when their parent
// is killed or calls [os.Exit].
//
// # Errors
//
// Misuse is answered with errors that name the process and say what to do: a [ProcessError] with a condition like
// [ErrStarted], a [MethodError], a [TargetError], a [NotForkableError], an [ArgumentError], a [MethodFixedError] or a [MissingGuardError]. All
// are usable with [errors.Is] and [errors.As].
//
// # Source of the contract
//
// The contract is that of the library reference of CPython 3.14, chapter multiprocessing
// (https://docs.python.org/3.14/library/multiprocessing.html): the sections on contexts and start methods, on Process and
// exceptions, on active_children and its like, and the programming guidelines. Where Go has to differ, the documentation
// of the name concerned says so; in short:
//
//   - Targets are registered functions, for Go cannot find a function by its name, and those of forked children are made
//     for that.
//   - A process gets its number at its first use instead of when it is made.
//   - An ended child is reaped at once, not only when somebody asks for it; Sentinel is a channel.
//   - An interrupted child has the exit code -2, where Python's turns the signal into an exception and ends with 1.
//   - The trace of a panic is written before children are waited for, in a child too.
package startmethods
