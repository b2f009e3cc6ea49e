package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/report"
)

// knowledge is which differences are known.
type knowledge struct {
	files []string
	none  bool
}

func (k *knowledge) flags(command *cobra.Command) {
	flags := command.Flags()
	flags.StringArrayVar(&k.files, "expectations", nil, "a file of known differences, beside those that come with the suite (repeatable)")
	flags.BoolVar(&k.none, "no-expectations", false, "take none of the known differences that come with the suite for known")
}

func (k *knowledge) load() (conformance.Expectations, error) {
	var all conformance.Expectations
	for _, file := range k.files { // first, so that they go before the suite's own
		own, err := conformance.ReadExpectations(file)
		if err != nil {
			return nil, usage(fmt.Errorf("--expectations takes a file such as those in conformance/expectations: %w", err))
		}
		all = append(all, own...)
	}
	if k.none {
		return all, nil
	}
	own, err := conformance.LoadExpectations()
	return append(all, own...), err
}

func expectationsCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "expectations",
		Short: "List the known differences of implementations, or propose new ones",
		Args:  arguments(nothing),
		RunE: func(command *cobra.Command, _ []string) error {
			all, err := conformance.LoadExpectations()
			if err != nil {
				return err
			}
			for _, e := range all {
				fmt.Fprintf(command.OutOrStdout(), "%s\n  %s\n  %s\n  %s\n\n", e.Condition(), strings.Join(e.Behaviors, ", "), e.Reason, e.URL)
			}
			fmt.Fprintf(command.OutOrStdout(), "%d known differences; `singdance expectations update RESULTS` proposes more\n", len(all))
			return nil
		},
	}
	command.AddCommand(&cobra.Command{
		Use:   "update RESULTS...",
		Short: "Propose entries for what is unexpected in results",
		Long: `RESULTS are folders that ` + "`singdance run --output`" + ` wrote. What is unexpected there is printed as entries for a file
in conformance/expectations/, with the narrowest range of versions that the results allow. The reason and the URL are
left empty: find out why, and write them; without them the file is refused. Known differences that were not seen any
more are listed too. No file is changed.`,
		Args: arguments(cobra.MinimumNArgs(1)),
		RunE: update,
	})
	return command
}

func update(command *cobra.Command, given []string) error {
	var runs []conformance.Judged
	for _, folder := range given {
		r, err := report.Load(folder)
		if err != nil {
			return usage(fmt.Errorf("%s holds no results; name a folder of `singdance run --output`: %w", folder, err))
		}
		runs = append(runs, conformance.Judged{Implementations: r.Implementations, Results: r.Results})
	}
	proposals, gone := conformance.Propose(runs...)
	out := command.OutOrStdout()
	for _, proposal := range proposals {
		proposal.Write(out)
		fmt.Fprintln(out)
	}
	for _, one := range gone {
		fmt.Fprintf(out, "# not seen any more: %s\n", one)
	}
	if len(proposals)+len(gone) == 0 {
		fmt.Fprintln(out, "# nothing is unexpected, and every known difference was seen")
	}
	return nil
}
