package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/report"
)

func referenceCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "reference RESULTS",
		Short: "Print who behaves how, every behavior with its statement and sources (Markdown)",
		Long: `RESULTS is a folder that ` + "`singdance run --output`" + ` wrote. docs/reference.md is this page of a run on every interpreter
and library that could be had.`,
		Args: arguments(cobra.ExactArgs(1)),
		RunE: func(command *cobra.Command, given []string) error {
			r, err := report.Load(given[0])
			if err != nil {
				return usage(fmt.Errorf("%s holds no results; name a folder of `singdance run --output`: %w", given[0], err))
			}
			r.Reference(command.OutOrStdout())
			return nil
		},
	}
}
