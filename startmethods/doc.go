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
// How a child comes into being is its start method. [AllStartMethods] answers those that this machine offers; the first
// is the default, and [SetStartMethod], [GetContext] and the Method of a [Process] choose another.
//
//   - spawn, on every system: the program is executed again, with the same command line, environment and folder. The
//     child runs main from its beginning until it comes to [Main], and there its target. It shares no memory with its
//     parent. Its stdout and stderr are the parent's [os.Stdout] and [os.Stderr], its stdin is the null device, and no
//     other descriptor or handle of its parent stays open in it. What it is to do travels on a pipe, never on the command
//     line or in the environment, whatever its size.
//
// # The main guard
//
// Because a spawned child runs main, a program that started its children there without a guard would start children
// that start children, without end. So this is refused: a child that starts a process before it has come to [Main]
// ends with status 1, with a [BootstrappingError] on stderr, and nothing multiplies. A child that does not come to
// Main at all has an exit code other than 0 in any case; see [Process.ExitCode].
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
// [ErrStarted], a [MethodError], a [TargetError], an [ArgumentError], a [ContextSetError] or a [BootstrappingError]. All
// are usable with [errors.Is] and [errors.As].
//
// # Source of the contract
//
// The contract is that of the library reference of CPython 3.14, chapter multiprocessing
// (https://docs.python.org/3.14/library/multiprocessing.html): the sections on contexts and start methods, on Process and
// exceptions, on active_children and its like, and the programming guidelines. Where Go has to differ, the documentation
// of the name concerned says so; in short:
//
//   - Targets are registered functions, for Go cannot find a function by its name.
//   - A process gets its number at its first use instead of when it is made.
//   - An ended child is reaped at once, not only when somebody asks for it; Sentinel is a channel.
//   - An interrupted child has the exit code -2, where Python's turns the signal into an exception and ends with 1.
//   - The trace of a panic is written before children are waited for, in a child too.
package startmethods
