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

	"golang.org/x/sync/errgroup"
)

// DriverVersion is the version of fixtures/DRIVER.md that this program supports.
const DriverVersion = 1

// Query runs a command, with additional environment variables, and returns its standard output. Its error is one sentence
// that says why the command failed. stage.Stage.Query is such a function; this package starts no processes itself.
type Query func(ctx context.Context, command, environment []string) (string, error)

// Options are the settings of a search.
type Options struct {
	Pythons       []string               // paths of --python: interpreters or folders of interpreters
	Modules       []string               // modules of --module, which are probed on every interpreter
	Drivers       []string               // commands of --driver
	NoSearch      bool                   // use only Pythons, Drivers and GoDriver; do not search for interpreters
	ProgramFolder string                 // the folder that has the Python driver and the Python programs
	GoDriver      []string               // the command of the Go driver; none if empty
	Embedded      func() (string, error) // writes the embedded CPython and returns its path; nil if this platform has none
	Jobs          int                    // the number of interpreters that are probed at a time
}

// UsageError is the error for an interpreter, a module or a driver that the user named and that cannot be used.
type UsageError struct{ error }

// Find returns the implementations on this machine, each once. It includes those that cannot be used, with the reason. If
// the user named an interpreter, a module or a driver that cannot be used, Find returns a UsageError.
func Find(ctx context.Context, options Options, query Query) ([]Implementation, error) {
	if err := options.checkNotEmpty(); err != nil {
		return nil, err
	}
	candidates, err := options.candidates(ctx, query)
	if err != nil {
		return nil, err
	}
	probedPythons := mapInParallel(options.Jobs, candidates, func(c candidate) []probed {
		return probePython(ctx, c, options, query)
	})
	var all []probed
	if len(options.GoDriver) > 0 {
		all = append(all, probeDriver(ctx, options.GoDriver, OriginSelf, "", query))
	}
	for _, command := range options.Drivers {
		all = append(all, probeDriver(ctx, driverCommand(command), OriginDriver, "", query))
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	found := unique(slices.Concat(all, slices.Concat(probedPythons...)))
	if err := options.checkNamed(found); err != nil {
		return nil, err
	}
	Sort(found)
	assignIDs(found)
	return found, nil
}

// checkNamed returns an error if an interpreter, a module or a driver that the user named cannot be used.
func (o Options) checkNamed(found []Implementation) error {
	for _, i := range found {
		if i.Unavailable != "" && i.Origin == OriginDriver {
			return UsageError{fmt.Errorf("--driver %s cannot be used: %s", strings.Join(i.Driver, " "), i.Unavailable)}
		}
		// If there is a version, the interpreter works and one of its libraries does not.
		if i.Unavailable != "" && i.Origin == OriginPython && i.Version == "" && slices.Contains(o.Pythons, i.Executable) {
			return UsageError{fmt.Errorf("--python %s cannot be used: %s", i.Executable, i.Unavailable)}
		}
	}
	for _, module := range o.Modules {
		var reasons []string
		usable := slices.ContainsFunc(found, func(i Implementation) bool {
			if i.Module == module && i.Unavailable != "" {
				reasons = append(reasons, i.Unavailable)
			}
			return i.Module == module && i.Unavailable == ""
		})
		if !usable {
			return UsageError{fmt.Errorf("--module %s cannot be used: %s",
				module, cmp.Or(strings.Join(slices.Compact(reasons), "; "), "no interpreter found; name one with --python"))}
		}
	}
	return nil
}

// checkNotEmpty returns an error if the user gave an empty name.
func (o Options) checkNotEmpty() error {
	for _, flag := range []struct {
		name   string
		values []string
	}{{"--python", o.Pythons}, {"--module", o.Modules}, {"--driver", o.Drivers}} {
		for _, value := range flag.values {
			if strings.TrimSpace(value) == "" {
				return UsageError{fmt.Errorf("%s needs a value that is not empty", flag.name)}
			}
		}
	}
	return nil
}

// candidates returns the files that may be interpreters.
func (o Options) candidates(ctx context.Context, query Query) ([]candidate, error) {
	var candidates []candidate
	for _, path := range o.Pythons {
		more, err := atPath(path)
		if err != nil {
			return nil, UsageError{fmt.Errorf("--python %s cannot be used: %w; name an interpreter or a folder of interpreters", path, withoutPath(err))}
		}
		if len(more) == 0 {
			return nil, UsageError{fmt.Errorf("--python %s has no interpreter (python*, pypy*, py*); name an interpreter or a folder of interpreters", path)}
		}
		candidates = append(candidates, more...)
	}
	if o.NoSearch {
		return withoutLinks(candidates), nil
	}
	if o.Embedded != nil {
		path, err := o.Embedded()
		if err != nil {
			return nil, fmt.Errorf("cannot write the embedded CPython: %w", err)
		}
		candidates = append(candidates, candidate{path, OriginEmbedded})
	}
	candidates = append(candidates, inPath(os.Getenv("PATH"))...)
	candidates = append(candidates, inPyenv(pyenvRoot())...)
	if py, err := exec.LookPath("py"); err == nil && strings.EqualFold(filepath.Ext(py), ".exe") {
		if output, err := query(ctx, []string{py, "-0p"}, nil); err == nil {
			candidates = append(candidates, inLauncherList(output)...)
		}
	}
	return withoutLinks(candidates), nil
}

// driverCommand splits a command of --driver at its spaces, unless all of it is the path of a file. It makes the path of the
// executable absolute, because the driver runs in another working folder. A name without a folder, such as
// python3, is looked up in PATH, unless a file with that name is in the present working folder.
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

// withoutPath returns an error of the operating system without the operation and the path, for messages that name the path
// themselves.
func withoutPath(err error) error {
	var pathError *os.PathError
	if errors.As(err, &pathError) {
		return pathError.Err
	}
	return err
}

// probePython probes multiprocessing of an interpreter, and then the libraries that it can import.
func probePython(ctx context.Context, c candidate, options Options, query Query) []probed {
	driver := []string{c.path, filepath.Join(options.ProgramFolder, "driver.py")}
	first := probeDriver(ctx, driver, c.origin, "multiprocessing", query)
	found := []probed{first}
	if first.Unavailable != "" {
		return found
	}
	for _, module := range union(options.Modules, first.libraries) {
		more := probeDriver(ctx, driver, c.origin, module, query)
		if more.Unavailable != "" { // the interpreter works, so the module is missing or broken
			reason := more.Unavailable
			more = first
			more.Module, more.Methods, more.Default, more.Unavailable = module, nil, "", reason
		}
		found = append(found, more)
	}
	return found
}

// mapInParallel calls a function for each value, with at most jobs calls at a time. The results have the order of the values.
func mapInParallel[A, B any](jobs int, all []A, call func(A) B) []B {
	results := make([]B, len(all))
	var group errgroup.Group
	group.SetLimit(max(jobs, 1))
	for n, one := range all {
		group.Go(func() error {
			results[n] = call(one)
			return nil
		})
	}
	_ = group.Wait() // no call returns an error
	return results
}

// union returns the texts of a, followed by those of b that are not in a.
func union(a, b []string) []string {
	all := slices.Clone(a)
	for _, one := range b {
		if !slices.Contains(all, one) {
			all = append(all, one)
		}
	}
	return all
}
