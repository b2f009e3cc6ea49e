package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/report"
)

func referenceCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "reference RESULTS",
		Short: "Print the reference: every behavior and how each implementation behaves (Markdown)",
		Long: `RESULTS is a folder that ` + "`singdance run --output`" + ` wrote. docs/reference.md is this page for a run on many interpreters and
libraries.`,
		Args: arguments(cobra.ExactArgs(1)),
		RunE: func(command *cobra.Command, given []string) error {
			r, err := report.Load(given[0])
			if err != nil {
				return usage(fmt.Errorf("%q holds no results: %w; name a folder that `singdance run --output` wrote", given[0], err))
			}
			r.Reference(command.OutOrStdout())
			return nil
		},
	}
}

func coverageCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "coverage",
		Short: "Print which behaviors cover which documented statements, and what is not covered (Markdown)",
		Args:  arguments(nothing),
		RunE: func(command *cobra.Command, _ []string) error {
			c, err := conformance.LoadCoverage()
			if err != nil {
				return err
			}
			c.Markdown(command.OutOrStdout())
			return nil
		},
	}
}
