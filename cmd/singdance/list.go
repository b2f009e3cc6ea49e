package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/conformance"
)

func listCommand() *cobra.Command {
	var (
		groups, levels []string
		asJSON         bool
	)
	command := &cobra.Command{
		Use:   "list",
		Short: "List the behaviors",
		Long: `Lists the ID, the level and the start methods of each behavior. No start methods means all.

` + jsonHelp("behaviors"),
		Example: `  singdance list
  singdance list --group guard --level core`,
		Args: arguments(nothing),
		RunE: func(command *cobra.Command, _ []string) error {
			behaviors, err := conformance.SelectBehaviors(groups, levels)
			if err != nil {
				return err
			}
			if !asJSON {
				printBehaviors(command.OutOrStdout(), behaviors)
				return nil
			}
			expectations, defects, err := loadDifferences()
			if err != nil {
				return err
			}
			return writeJSON(command.OutOrStdout(), describeAll(behaviors, expectations, defects))
		},
	}
	flags := command.Flags()
	flags.StringArrayVar(&groups, "group", nil, "list only groups that match this pattern (repeatable)")
	flags.StringArrayVar(&levels, "level", nil, "list only this level: core, extended or observation (repeatable)")
	flags.BoolVar(&asJSON, "json", false, "print JSON")
	return command
}

// mostColumns is how wide a line of the list is at most.
const mostColumns = 80

// printBehaviors lists behaviors by group. The columns are as wide as the group needs. What does not fit is on a line below.
func printBehaviors(out io.Writer, behaviors []conformance.Behavior) {
	for _, g := range conformance.Groups() {
		of := chosen(behaviors, func(b conformance.Behavior) bool { return b.Group() == g.Name })
		if len(of) == 0 {
			continue
		}
		width := 0
		for _, b := range of {
			width = max(width, len(b.ID))
		}
		fmt.Fprintf(out, "%s: %s\n", g.Name, g.Title)
		for _, b := range of {
			methods := strings.Join(b.Methods, ", ")
			if len(b.NotUnder) > 0 {
				methods = "not " + strings.Join(b.NotUnder, ", ")
			}
			line := strings.TrimRight(fmt.Sprintf(" %-*s  %-11s  %s", width, b.ID, b.Level, methods), " ")
			if len(line) > mostColumns {
				line = strings.TrimRight(fmt.Sprintf(" %s\n %*s  %-11s  %s", b.ID, mostColumns/2, "", b.Level, methods), " ")
			}
			fmt.Fprintln(out, line)
		}
		fmt.Fprintln(out)
	}
	fmt.Fprintf(out, "%s; `singdance explain ID` explains one\n", plural(len(behaviors), "behavior"))
}
