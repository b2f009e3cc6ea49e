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
		Short: "Find out whether this machine survives hostile implementations",
		Long: `Performs a collection of implementations that bomb, flood, hide, lie, and take apart what they are given, each beside a
well-behaved one, and shows what came of it: the verdict, the time, and what was left behind, which must be nothing.
They are contained as every program is. It takes a minute or two.

Exit status: 0 all is as it must be; 1 it is not; 4 it was stopped, and the table is of what was performed until then.`,
		RunE: func(command *cobra.Command, names []string) error {
			acts := hostile.Collection()
			for _, name := range names {
				if !slices.ContainsFunc(acts, func(a hostile.Act) bool { return a.Name == name }) {
					return usage(fmt.Errorf("there is no hostile act %q; `singdance hostile` performs all and lists them", name))
				}
			}
			if len(names) > 0 {
				acts = slices.DeleteFunc(acts, func(a hostile.Act) bool { return !slices.Contains(names, a.Name) })
			}
			bar := newProgress("performing", len(acts))
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
