package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/hostile"
	"github.com/singdance/singdance/report"
)

func hostileCommand(status *int) *cobra.Command {
	return &cobra.Command{
		Use:   "hostile [CASE...]",
		Short: "Check that this machine survives hostile implementations",
		Long: `Runs deliberately hostile implementations, each next to a well-behaved one: they fork-bomb, flood their output, hide, lie, or
delete what they are given. For each case the table shows the verdict, the time, and what was left behind, which must be nothing.
Each is contained like any other program. This takes a minute or two.

Exit status: 0 every case got its required verdict; 1 at least one case did not; 4 stopped; the table shows the cases that ended.`,
		Example: `  singdance hostile
  singdance hostile fork-bomb`,
		RunE: func(command *cobra.Command, names []string) error {
			cases := hostile.Cases()
			for _, name := range names {
				if !slices.ContainsFunc(cases, func(c hostile.Case) bool { return c.ID == name }) {
					return usage(fmt.Errorf("no hostile case %q; `singdance hostile` runs and lists them all", name))
				}
			}
			if len(names) > 0 {
				cases = slices.DeleteFunc(cases, func(c hostile.Case) bool { return !slices.Contains(names, c.ID) })
			}
			line := newLiveLine()
			defer line.clear()
			var results []hostile.Result
			for n, one := range cases {
				line.draw(fmt.Sprintf("case %d of %d: %s", n+1, len(cases), one.ID))
				result, err := one.Run(command.Context())
				if errors.Is(err, context.Canceled) && len(results) > 0 {
					if *status == report.StatusConformant {
						*status = report.StatusInconclusive
					}
					break
				} else if err != nil {
					return err
				}
				results = append(results, result)
				if len(result.Problems)+len(result.LeftBehind) > 0 {
					*status = report.StatusUnexpected
				}
			}
			line.clear()
			fmt.Fprintln(command.OutOrStdout(), hostile.Table(results))
			return nil
		},
	}
}
