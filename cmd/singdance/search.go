package main

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/fixtures/golang"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/platform/embedded"
	"github.com/singdance/singdance/stage"
)

// mostFactor is the largest --timeout-factor: a deadline of a week.
const mostFactor = 10_000

// search is the flags that say where implementations are looked for.
type search struct {
	pythons  []string
	modules  []string
	drivers  []string
	noSearch bool
	factor   float64
}

func (s *search) flags(command *cobra.Command) {
	flags := command.Flags()
	flags.StringArrayVar(&s.pythons, "python", nil, "an interpreter, or a folder of interpreters, to perform on as well (repeatable)")
	flags.StringArrayVar(&s.modules, "module", nil, "a module with multiprocessing's interface, to perform on with every interpreter that imports it (repeatable)")
	flags.StringArrayVar(&s.drivers, "driver", nil, "a driver of your own, as fixtures/DRIVER.md specifies it (repeatable)")
	flags.BoolVar(&s.noSearch, "no-search", false, "look for no interpreters beyond --python, and leave out the embedded one")
	flags.Float64Var(&s.factor, "timeout-factor", 1, "multiplies the deadline of every program, one minute")
}

// check says what is wrong with the flags.
func (s *search) check() error {
	if !(s.factor > 0 && s.factor <= mostFactor) { // so that NaN is refused as well
		return usage(fmt.Errorf("--timeout-factor must be greater than 0 and at most %d, not %g", mostFactor, s.factor))
	}
	return nil
}

// find lists the implementations with the help of a stage.
func (s *search) find(ctx context.Context, st *stage.Stage) ([]implementation.Implementation, error) {
	self, err := golang.Command()
	if err != nil {
		return nil, err
	}
	options := implementation.Options{
		Pythons: absolute(s.pythons), Modules: s.modules, Drivers: s.drivers, Only: s.noSearch,
		Folder: st.Programs(), Self: self, Jobs: 2 * runtime.NumCPU(),
	}
	if embedded.Available {
		options.Embedded = func() (string, error) { return embedded.Python(st.Programs()) }
	}
	return implementation.Find(ctx, options, st.Ask)
}

// absolute makes paths independent of the working folder, which is another one in a run.
func absolute(paths []string) []string {
	var all []string
	for _, path := range paths {
		if path == "" {
			all = append(all, path) // refused where it is looked at, and not the working folder
			continue
		}
		full, err := filepath.Abs(path)
		if err != nil {
			full = path
		}
		all = append(all, cmp.Or(full, path))
	}
	return all
}
