package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/fixtures"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/internal/plain"
	"github.com/singdance/singdance/platform/embedded"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

func performCommand(status *int) *cobra.Command {
	var (
		where   search
		on      string
		method  string
		options = stage.Options{Live: true}
	)
	command := &cobra.Command{
		Use:   "perform PROGRAM",
		Short: "Perform one program live in the terminal",
		Long: "Performs one program, its output going straight to the terminal. Without --implementation it performs on the\n" +
			"interpreter of --python or the driver of --driver, or else on the embedded CPython, or on Go where none is embedded.\n\nPrograms:\n" + programs(),
		Args: arguments(cobra.ExactArgs(1)),
		RunE: func(command *cobra.Command, given []string) (err error) {
			if err := where.check(); err != nil {
				return err
			}
			if !fixtures.HasProgram(given[0]) {
				return usage(fmt.Errorf("there is no program %q; there are\n%s", given[0], strings.TrimRight(programs(), "\n")))
			}
			if options.Beats < 1 || options.Beat <= 0 {
				return usage(fmt.Errorf("--beats must be at least 1 and --beat longer than 0"))
			}
			options.TimeoutFactor = where.factor
			s, err := stage.Open(options)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, s.Close()) }()
			chosen, err := where.choose(command, s, on)
			if err != nil {
				return err
			}
			if method == "" {
				method = chosen.Default
			}
			if !chosen.Offers(method) {
				return usage(fmt.Errorf("%s has no start method %q; it has %s", chosen.ID, method, strings.Join(chosen.Methods, ", ")))
			}
			if reason := chosen.Without(given[0]); reason != "" {
				return usage(fmt.Errorf("%s cannot perform %s: %s", chosen.ID, given[0], reason))
			}
			fmt.Fprintf(command.ErrOrStderr(), "%s on %s, %s\n", given[0], chosen.ID, method)
			recording := s.Run(command.Context(), stage.Task{Implementation: chosen, Method: method, Program: given[0]})
			switch {
			case recording.Outcome == stage.Broken:
				return errors.New(recording.Reason)
			case recording.Outcome != stage.Ended:
				fmt.Fprintf(command.ErrOrStderr(), "%s: %s\n", recording.Outcome, plain.Line(recording.Reason))
				*status = report.StatusUnexpected
			default:
				fmt.Fprintf(command.ErrOrStderr(), "main ended with %s\n", recording.Exit)
			}
			return nil
		},
	}
	where.flags(command)
	flags := command.Flags()
	flags.StringVar(&on, "implementation", "", "perform on this one: an id, a pattern that matches one, or a path")
	flags.StringVar(&method, "method", "", "the start method; the implementation's default if not given")
	flags.DurationVar(&options.Beat, "beat", time.Second, "the length of a beat")
	flags.IntVar(&options.Beats, "beats", 3, "how many lines each child prints")
	return command
}

func programs() string {
	var list strings.Builder
	for _, program := range fixtures.Programs() {
		fmt.Fprintf(&list, "  %-28s %s\n", program.ID, program.Title)
	}
	return list.String()
}

// choose finds the one implementation to perform on.
func (s *search) choose(command *cobra.Command, st *stage.Stage, pattern string) (implementation.Implementation, error) {
	if pattern == "" && !s.noSearch && len(s.pythons)+len(s.drivers) == 0 && embedded.Available {
		// Only the embedded one is needed: it is not looked for among all others.
		path, err := embedded.Python(st.Programs())
		if err != nil {
			return implementation.Implementation{}, err
		}
		s.pythons = []string{path}
	}
	if pattern == "" {
		s.noSearch = true
	}
	found, err := s.find(command.Context(), st)
	if err != nil {
		return implementation.Implementation{}, err
	}
	if pattern == "" {
		// What was asked for goes before this program's own implementation, a named module before multiprocessing.
		n := slices.IndexFunc(found, func(i implementation.Implementation) bool {
			return i.Unavailable == "" && i.Origin != implementation.OriginSelf && (len(s.modules) == 0 || slices.Contains(s.modules, i.Module))
		})
		return found[max(n, 0)], nil
	}
	plan, err := conformance.NewPlan(found, conformance.Selection{Implementations: []string{pattern}})
	if err != nil {
		return implementation.Implementation{}, err
	}
	if len(plan.Implementations) > 1 {
		return implementation.Implementation{}, usage(fmt.Errorf("--implementation %s matches %d implementations; name one", pattern, len(plan.Implementations)))
	}
	return plan.Implementations[0], nil
}
