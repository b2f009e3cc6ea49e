package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/report"
)

func diffCommand(status *int) *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "diff BEFORE AFTER",
		Short: "Show what changed between two results",
		Long: `BEFORE and AFTER are folders that ` + "`singdance run --output`" + ` wrote. FOLDER#ID selects one implementation by its ID or by a pattern
such as 'cpython-3.13.*', so two implementations of one run can be compared.

Implementations with the same ID are compared first, then those that differ only in the patch level. If each side then has one
implementation left, these two are compared. The output lists results that are newly failing, newly known, newly passing, observed
differently, judged differently, new, or gone.

Exit status: 0 nothing is newly failing; 1 something is; 2 usage; 4 nothing was compared.

` + jsonHelp("diff"),
		Example: `  singdance diff old/ new/
  singdance diff results#cpython-3.13.7 results#cpython-3.14.2`,
		Args: arguments(cobra.ExactArgs(2)),
		RunE: func(command *cobra.Command, given []string) error {
			before, err := loadSide(given[0])
			if err != nil {
				return err
			}
			after, err := loadSide(given[1])
			if err != nil {
				return err
			}
			d := report.Compare(before, after)
			if asJSON {
				if err := writeJSON(command.OutOrStdout(), describeDifference(d)); err != nil {
					return err
				}
			} else {
				d.Text(command.OutOrStdout())
			}
			switch {
			case len(d.Pairs) == 0:
				*status = report.StatusInconclusive
			case d.Count(report.NewlyFailing) > 0:
				*status = report.StatusUnexpected
			}
			return nil
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return command
}

// loadSide loads FOLDER or FOLDER#ID.
func loadSide(name string) (*report.Report, error) {
	folder, pattern, selected := strings.Cut(name, "#")
	r, err := report.Load(folder)
	if err != nil {
		return nil, usage(fmt.Errorf("cannot compare %q: %w; name a folder that `singdance run --output` wrote", folder, err))
	}
	if !selected {
		return r, nil
	}
	var kept []implementation.Implementation
	for _, i := range r.Implementations {
		matched, err := i.Matches(pattern)
		if err != nil {
			return nil, usage(err)
		}
		if matched {
			kept = append(kept, i)
		}
	}
	if len(kept) == 0 {
		return nil, usage(fmt.Errorf("%q has no implementation %q; it has %s", folder, pattern, strings.Join(ids(r), ", ")))
	}
	r.Implementations = kept
	return r, nil
}

// ids returns the IDs of the implementations that have results.
func ids(r *report.Report) []string {
	var list []string
	seen := map[string]bool{}
	for _, result := range r.Results {
		if !seen[result.Implementation] {
			seen[result.Implementation] = true
			list = append(list, result.Implementation)
		}
	}
	return list
}
