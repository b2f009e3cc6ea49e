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

// mostFactor is the largest --timeout-factor. It makes the deadline a week.
const mostFactor = 10_000

// search holds the flags that say where to look for implementations.
type search struct {
	pythons  []string
	modules  []string
	drivers  []string
	noSearch bool
	factor   float64
}

func (s *search) flags(command *cobra.Command) {
	flags := command.Flags()
	flags.StringArrayVar(&s.pythons, "python", nil, "also judge this interpreter, or the interpreters in this folder (repeatable)")
	flags.StringArrayVar(&s.modules, "module", nil, "also judge this module, which has multiprocessing's interface, on every interpreter that can import it (repeatable)")
	flags.StringArrayVar(&s.drivers, "driver", nil, "also judge the implementation behind this driver, see fixtures/DRIVER.md (repeatable)")
	flags.BoolVar(&s.noSearch, "no-search", false, "judge no interpreters other than those of --python, not even the embedded one")
	flags.Float64Var(&s.factor, "timeout-factor", 1, "multiply the deadline of every program, one minute, by this number")
}

// check returns a usage error if a flag has a bad value.
func (s *search) check() error {
	if !(s.factor > 0 && s.factor <= mostFactor) { // so that NaN is rejected too
		return usage(fmt.Errorf("--timeout-factor must be greater than 0 and at most %d, not %g", mostFactor, s.factor))
	}
	return nil
}

// find returns the implementations on this machine.
func (s *search) find(ctx context.Context, st *stage.Stage) ([]implementation.Implementation, error) {
	self, err := golang.Command()
	if err != nil {
		return nil, err
	}
	options := implementation.Options{
		Pythons: absolute(s.pythons), Modules: s.modules, Drivers: s.drivers, NoSearch: s.noSearch,
		ProgramFolder: st.ProgramFolder(), GoDriver: self, Jobs: 2 * runtime.NumCPU(),
	}
	if embedded.Available {
		options.Embedded = func() (string, error) { return embedded.Python(st.ProgramFolder()) }
	}
	return implementation.Find(ctx, options, st.Query)
}

// absolute makes paths independent of the working folder, because programs run in another one.
func absolute(paths []string) []string {
	var all []string
	for _, path := range paths {
		if path == "" {
			all = append(all, path) // rejected later; filepath.Abs would return the working folder
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
