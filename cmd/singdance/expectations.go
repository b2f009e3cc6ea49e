package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/report"
)

// knownDifferences holds the flags that say which differences are known.
type knownDifferences struct {
	files []string
	none  bool
}

func (k *knownDifferences) flags(command *cobra.Command) {
	flags := command.Flags()
	flags.StringArrayVar(&k.files, "expectations", nil, "also use this file of known differences (repeatable)")
	flags.BoolVar(&k.none, "no-expectations", false, "ignore the built-in known differences")
}

func (k *knownDifferences) load() (conformance.Expectations, error) {
	var all conformance.Expectations
	for _, file := range k.files { // first, so that they take precedence
		own, err := conformance.ReadExpectations(file)
		if err != nil {
			return nil, usage(fmt.Errorf("cannot use --expectations: %w; conformance/expectations has examples", err))
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
				fmt.Fprintf(command.OutOrStdout(), "%s\n  %s\n  %s\n  %s\n", e.Condition(), strings.Join(e.Behaviors, ", "), e.Reason, e.URL)
				if seen := e.Seen.String(); seen != "" {
					fmt.Fprintf(command.OutOrStdout(), "  seen: %s\n", seen)
				}
				fmt.Fprintln(command.OutOrStdout())
			}
			fmt.Fprintf(command.OutOrStdout(), "%d known differences; `singdance expectations update RESULTS` proposes new ones\n", len(all))
			return nil
		},
	}
	command.AddCommand(&cobra.Command{
		Use:   "update RESULTS...",
		Short: "Propose entries for what is unexpected in results",
		Long: `RESULTS are folders that ` + "`singdance run --output`" + ` wrote. Unexpected results are printed as entries for a file in
conformance/expectations/, with the narrowest version range that the results allow, and with what was seen. Fill in each reason and
URL; a file without them is rejected. Known differences that are gone are listed as well. No file is changed.`,
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
			return usage(fmt.Errorf("%q holds no results: %w; name a folder that `singdance run --output` wrote", folder, err))
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
		fmt.Fprintf(out, "# gone: %s\n", one)
	}
	if len(proposals)+len(gone) == 0 {
		fmt.Fprintln(out, "# nothing is unexpected, and every known difference was seen")
	}
	return nil
}
