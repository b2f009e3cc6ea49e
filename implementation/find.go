package implementation

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// DriverVersion is the version of fixtures/DRIVER.md that this program speaks.
const DriverVersion = 1

// Query runs a command with additional environment to its end and returns what it printed on standard output. Only the
// stage starts processes, so it is handed in. The error of a command that failed is one sentence with the reason.
type Query func(ctx context.Context, command, environment []string) (string, error)

// Options says where to look.
type Options struct {
	Pythons  []string               // paths of --python: interpreters, or folders of interpreters; alone if NoSearch is set
	Modules  []string               // modules of --module, to be probed on every interpreter
	Drivers  []string               // commands of --driver
	NoSearch     bool                   // do not look for interpreters beyond Pythons, nor for the embedded one
	ProgramFolder   string                 // where the Python driver and programs were written
	GoDriver     []string               // the command of the Go driver; none if empty
	Embedded func() (string, error) // writes the embedded CPython and returns its path; nil if there is none for this platform
	Jobs     int                    // how many candidates are asked at a time
}

// UsageError is a request that cannot be met: an interpreter, a module or a driver that was named and does not work.
type UsageError struct{ error }

// Find lists what is on this machine: each implementation once, also those that cannot be performed on, with the reason.
// An interpreter, module or driver that was asked for by name and does not work is a UsageError.
func Find(ctx context.Context, options Options, query Query) ([]Implementation, error) {
	if err := options.named(); err != nil {
		return nil, err
	}
	candidates, err := options.candidates(ctx, query)
	if err != nil {
		return nil, err
	}
	asked := inParallel(options.Jobs, candidates, func(c candidate) []probed {
		return askPython(ctx, c, options, query)
	})
	var all []probed
	if len(options.GoDriver) > 0 {
		all = append(all, askDriver(ctx, options.GoDriver, OriginSelf, "", query))
	}
	for _, command := range options.Drivers {
		all = append(all, askDriver(ctx, driverCommand(command), OriginDriver, "", query))
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	found := once(slices.Concat(all, slices.Concat(asked...)))
	if err := options.met(found); err != nil {
		return nil, err
	}
	Sort(found)
	name(found)
	return found, nil
}

// met says which request by name was not met.
func (o Options) met(found []Implementation) error {
	for _, i := range found {
		if i.Unavailable != "" && i.Origin == OriginDriver {
			return UsageError{fmt.Errorf("--driver %s cannot be performed on: %s", strings.Join(i.Driver, " "), i.Unavailable)}
		}
		// What could be probed has a version: there it is a library that does not work, not the interpreter.
		if i.Unavailable != "" && i.Origin == OriginPython && i.Version == "" && slices.Contains(o.Pythons, i.Executable) {
			return UsageError{fmt.Errorf("--python %s cannot be performed on: %s", i.Executable, i.Unavailable)}
		}
	}
	for _, module := range o.Modules {
		var reasons []string
		offered := slices.ContainsFunc(found, func(i Implementation) bool {
			if i.Module == module && i.Unavailable != "" {
				reasons = append(reasons, i.Unavailable)
			}
			return i.Module == module && i.Unavailable == ""
		})
		if !offered {
			return UsageError{fmt.Errorf("--module %s cannot be performed on with any interpreter here: %s",
				module, cmp.Or(strings.Join(slices.Compact(reasons), "; "), "there is none"))}
		}
	}
	return nil
}

// named says which request names nothing.
func (o Options) named() error {
	for _, flag := range []struct {
		name   string
		values []string
	}{{"--python", o.Pythons}, {"--module", o.Modules}, {"--driver", o.Drivers}} {
		for _, value := range flag.values {
			if strings.TrimSpace(value) == "" {
				return UsageError{fmt.Errorf("%s is empty", flag.name)}
			}
		}
	}
	return nil
}

func (o Options) candidates(ctx context.Context, query Query) ([]candidate, error) {
	var candidates []candidate
	for _, path := range o.Pythons {
		more, err := given(path)
		if err != nil {
			return nil, UsageError{fmt.Errorf("--python %s cannot be used (%w); name an interpreter, or a folder of interpreters", path, reason(err))}
		}
		if len(more) == 0 {
			return nil, UsageError{fmt.Errorf("--python %s is a folder without an interpreter (python*, pypy*, py*); name an interpreter, or a folder of interpreters", path)}
		}
		candidates = append(candidates, more...)
	}
	if o.NoSearch {
		return distinct(candidates), nil
	}
	if o.Embedded != nil {
		path, err := o.Embedded()
		if err != nil {
			return nil, fmt.Errorf("the embedded CPython cannot be written: %w", err)
		}
		candidates = append(candidates, candidate{path, OriginEmbedded})
	}
	candidates = append(candidates, onPath(os.Getenv("PATH"))...)
	candidates = append(candidates, underPyenv(pyenvRoot())...)
	if py, err := exec.LookPath("py"); err == nil && strings.EqualFold(filepath.Ext(py), ".exe") {
		if output, err := query(ctx, []string{py, "-0p"}, nil); err == nil {
			candidates = append(candidates, launcherPaths(output)...)
		}
	}
	return distinct(candidates), nil
}

// driverCommand splits a command of --driver at its spaces, unless all of it is one file's path. The program's path is
// made independent of the working folder, which is another one in a run; so is a file of the working folder that is named
// without one.
func driverCommand(command string) []string {
	words := strings.Fields(command)
	info, err := os.Stat(command)
	file := err == nil && !info.IsDir()
	if file {
		words = []string{command}
	}
	if file || strings.ContainsAny(words[0], `/\`) {
		if path, err := filepath.Abs(words[0]); err == nil {
			words[0] = path
		}
	}
	return words
}

// reason drops the operation and the path from an error of the operating system, where the sentence names them already.
func reason(err error) error {
	var pathError *os.PathError
	if errors.As(err, &pathError) {
		return pathError.Err
	}
	return err
}

// askPython asks one interpreter about multiprocessing, and then about the libraries that it can import.
func askPython(ctx context.Context, c candidate, options Options, query Query) []probed {
	driver := []string{c.path, filepath.Join(options.ProgramFolder, "driver.py")}
	first := askDriver(ctx, driver, c.origin, "multiprocessing", query)
	found := []probed{first}
	if first.Unavailable != "" {
		return found
	}
	for _, module := range union(options.Modules, first.libraries) {
		more := askDriver(ctx, driver, c.origin, module, query)
		if more.Unavailable != "" { // the interpreter is known already: it is the module that is missing or broken
			reason := more.Unavailable
			more = first
			more.Module, more.Methods, more.Default, more.Unavailable = module, nil, "", reason
		}
		found = append(found, more)
	}
	return found
}

// inParallel maps in order, with so many calls at a time.
func inParallel[A, B any](jobs int, all []A, call func(A) B) []B {
	results := make([]B, len(all))
	slots := make(chan struct{}, max(jobs, 1))
	var group sync.WaitGroup
	for n, one := range all {
		slots <- struct{}{}
		group.Go(func() {
			results[n] = call(one)
			<-slots
		})
	}
	group.Wait()
	return results
}

func union(a, b []string) []string {
	all := slices.Clone(a)
	for _, one := range b {
		if !slices.Contains(all, one) {
			all = append(all, one)
		}
	}
	return all
}
