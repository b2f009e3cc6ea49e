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
	"github.com/singdance/singdance/internal/suggest"
	"github.com/singdance/singdance/platform/embedded"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

func watchCommand(status *int) *cobra.Command {
	var (
		where   search
		on      string
		method  string
		options = stage.Options{Live: true}
	)
	command := &cobra.Command{
		Use:   "watch PROGRAM",
		Short: "Run one program live in the terminal",
		Long: "Runs one program. Its output goes straight to the terminal. Without --implementation the program runs on the interpreter\n" +
			"of --python or the driver of --driver, or else on the embedded CPython, or on Go where none is embedded.\n\nPrograms:\n" + programs(),
		Example: `  singdance watch sing-dance --method spawn --beat 1s
  singdance watch sing-dance-unguarded --method spawn    # what a missing main guard looks like
  singdance watch daemons --python python3.13`,
		Args:              arguments(cobra.ExactArgs(1)),
		ValidArgsFunction: completePrograms,
		RunE: func(command *cobra.Command, given []string) (err error) {
			if err := where.check(); err != nil {
				return err
			}
			if !fixtures.HasProgram(given[0]) {
				return usage(unknownProgram(given[0]))
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
				return usage(fmt.Errorf("%s has no start method %q; choose one of %s", chosen.ID, method, strings.Join(chosen.Methods, ", ")))
			}
			if reason, lacking := chosen.Lacking(given[0]); lacking {
				return usage(fmt.Errorf("%s cannot run %s: %s", chosen.ID, given[0], reason))
			}
			fmt.Fprintf(command.ErrOrStderr(), "%s on %s, %s\n", given[0], chosen.ID, method)
			recording := s.Run(command.Context(), stage.Task{Implementation: chosen, Method: method, Program: given[0]})
			switch {
			case recording.Outcome == stage.InternalError:
				return errors.New(recording.Reason)
			case recording.Outcome != stage.Ended:
				fmt.Fprintf(command.ErrOrStderr(), "%s: %s\n", recording.Outcome, plain.Line(recording.Reason))
				*status = report.StatusUnexpected
			default:
				fmt.Fprintf(command.ErrOrStderr(), "the main process ended with %s\n", recording.Exit)
			}
			return nil
		},
	}
	where.flags(command)
	flags := command.Flags()
	flags.StringVar(&on, "implementation", "", "the implementation: an ID, a pattern that matches one, or a path")
	flags.StringVar(&method, "method", "", "the start method (default: the implementation's default)")
	flags.DurationVar(&options.Beat, "beat", time.Second, "the length of a beat")
	flags.IntVar(&options.Beats, "beats", 3, "how many lines each child prints")
	return command
}

// completePrograms offers the IDs of programs to a shell.
func completePrograms(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var offered []cobra.Completion
	for _, program := range fixtures.Programs() {
		offered = append(offered, cobra.CompletionWithDesc(program.ID, program.Title))
	}
	return offered, cobra.ShellCompDirectiveNoFileComp
}

// unknownProgram is the error for a program that does not exist. It names the most similar one.
func unknownProgram(id string) error {
	var known []string
	for _, program := range fixtures.Programs() {
		known = append(known, program.ID)
	}
	return fmt.Errorf("no program %q%s; `singdance watch --help` lists them", id, suggest.Similar(id, known))
}

// programs lists the programs for the help.
func programs() string {
	var list strings.Builder
	for _, program := range fixtures.Programs() {
		fmt.Fprintf(&list, "  %-32s %s\n", program.ID, program.Title)
	}
	return list.String()
}

// choose finds the one implementation to run on.
func (s *search) choose(command *cobra.Command, st *stage.Stage, pattern string) (implementation.Implementation, error) {
	if pattern == "" && !s.noSearch && len(s.pythons)+len(s.drivers) == 0 && embedded.Available {
		// Only the embedded interpreter is needed; do not search for others.
		path, err := embedded.Python(st.ProgramFolder())
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
		// Prefer what was asked for to this program's own implementation, and a named module to multiprocessing.
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
		return implementation.Implementation{}, usage(fmt.Errorf("--implementation %q matches %d implementations; name one of them", pattern, len(plan.Implementations)))
	}
	return plan.Implementations[0], nil
}
