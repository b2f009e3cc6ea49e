package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/report/site"
)

func referenceCommand() *cobra.Command {
	var output, keep string
	command := &cobra.Command{
		Use:   "reference FOLDER… {--output SITE | --data DATA}",
		Short: "Make the reference from results: a static site that answers questions about start methods",
		Long: `FOLDER is a folder that ` + "`singdance run --output`" + ` wrote, or a folder of data such as docs/data. The results of all folders are
merged. If two of them have the same implementation on the same system, the later folder counts.

--data keeps the results in a folder of data, which is much smaller than the results of a run: docs/data/SYSTEM/results.json.
Results that are there already stay, unless a new run replaces them. --output writes the site. Open its index.html, or
publish the folder.`,
		Example: `  singdance reference docs/data --output site/
  singdance reference results/ more-results/ --data docs/data --output site/`,
		Args: arguments(cobra.MinimumNArgs(1)),
		RunE: func(command *cobra.Command, given []string) error {
			if output == "" && keep == "" {
				return usage(fmt.Errorf("nothing to write: use --output for the site, --data for the data, or both; run `%s --help` for usage", command.CommandPath()))
			}
			var systems []site.System
			if keep != "" {
				kept, err := site.ReadData(keep)
				if err != nil {
					return err
				}
				systems = kept
			}
			for _, folder := range given {
				read, err := site.Read(folder)
				if err != nil {
					return usage(fmt.Errorf("cannot use the results of %q: %w; name a folder that `singdance run --output` wrote, or a folder of data", folder, err))
				}
				systems = append(systems, read...)
			}
			systems = site.Merge(systems)
			if keep != "" {
				if err := site.Write(keep, systems); err != nil {
					return err
				}
			}
			if output == "" {
				return nil
			}
			pages, err := site.Build(systems)
			if err != nil {
				return err
			}
			return pages.Save(output)
		},
	}
	command.Flags().StringVar(&output, "output", "", "write the site to this folder")
	command.Flags().StringVar(&keep, "data", "", "add the results to this folder of data")
	return command
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
