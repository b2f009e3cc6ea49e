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
		Use:   "hostile [ACT...]",
		Short: "Check that this machine survives hostile implementations",
		Long: `Runs deliberately hostile implementations, each next to a well-behaved one: they fork-bomb, flood their output, hide, lie, or
delete what they are given. For each act the table shows the verdict, the time, and what was left behind, which must be nothing.
Each is contained like any other program. This takes a minute or two.

Exit status: 0 every act got the verdict that it must get; 1 one did not; 4 stopped, and the table shows the acts until then.`,
		Example: `  singdance hostile
  singdance hostile fork-bomb`,
		RunE: func(command *cobra.Command, names []string) error {
			acts := hostile.Collection()
			for _, name := range names {
				if !slices.ContainsFunc(acts, func(a hostile.Act) bool { return a.Name == name }) {
					return usage(fmt.Errorf("no hostile act %q; `singdance hostile` runs and lists them all", name))
				}
			}
			if len(names) > 0 {
				acts = slices.DeleteFunc(acts, func(a hostile.Act) bool { return !slices.Contains(names, a.Name) })
			}
			bar := newProgress("running", len(acts))
			defer bar.stop()
			var rows []hostile.Row
			for _, act := range acts {
				row, err := act.Run(command.Context())
				if errors.Is(err, context.Canceled) && len(rows) > 0 {
					if *status == report.StatusConformant {
						*status = report.StatusInconclusive
					}
					break
				} else if err != nil {
					return err
				}
				bar.step(act.Name)
				rows = append(rows, row)
				if len(row.Wrong)+len(row.Left) > 0 {
					*status = report.StatusUnexpected
				}
			}
			bar.stop()
			fmt.Fprintln(command.OutOrStdout(), hostile.Table(rows))
			return nil
		},
	}
}
