package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/internal/suggest"
)

func explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain ID|GROUP|PREFIX",
		Short: "Explain a behavior, or list the behaviors of a group or with a common prefix",
		Long: `Prints the statement of a behavior, its level and sources, the known differences, the reported defects that it sees, and where
its judge, its mutants and its program are. The name of a group, or the beginning of several IDs, lists the behaviors instead.`,
		Example: `  singdance explain guard-bootstrapping-error
  singdance explain guard
  singdance explain exitcode-sys-exit`,
		Args:              arguments(cobra.ExactArgs(1)),
		ValidArgsFunction: completeBehaviors,
		RunE: func(command *cobra.Command, given []string) error {
			out := command.OutOrStdout()
			if b, found := conformance.Find(given[0]); found {
				expectations, err := conformance.LoadExpectations()
				if err != nil {
					return err
				}
				defects, err := conformance.LoadDefects()
				if err != nil {
					return err
				}
				explain(out, b, expectations)
				explainDefects(out, defects.SeenBy(b.ID))
				return nil
			}
			group, behaviors := behaviorsBelow(given[0])
			if len(behaviors) == 0 {
				return usage(unknownBehavior(given[0]))
			}
			explainGroup(out, group, behaviors)
			return nil
		},
	}
}

// completeBehaviors offers the IDs of behaviors and the names of groups to a shell.
func completeBehaviors(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var offered []cobra.Completion
	for _, g := range conformance.Groups() {
		offered = append(offered, cobra.CompletionWithDesc(g.Name, g.Title))
		for _, b := range g.Behaviors() {
			offered = append(offered, cobra.CompletionWithDesc(b.ID, b.Statement))
		}
	}
	return offered, cobra.ShellCompDirectiveNoFileComp
}

// unknownBehavior is the error for an ID that does not exist. It names the most similar one.
func unknownBehavior(id string) error {
	var known []string
	for _, g := range conformance.Groups() {
		known = append(known, g.Name)
		for _, b := range g.Behaviors() {
			known = append(known, b.ID)
		}
	}
	return fmt.Errorf("no behavior or group matches %q%s; `singdance list` lists them", id, suggest.Similar(id, known))
}

// behaviorsBelow returns the behaviors of the group with a name, or those whose IDs begin with a prefix.
func behaviorsBelow(name string) (*conformance.Group, []conformance.Behavior) {
	for _, g := range conformance.Groups() {
		if g.Name == name {
			return g, g.Behaviors()
		}
	}
	return nil, slices.DeleteFunc(conformance.All(), func(b conformance.Behavior) bool { return !strings.HasPrefix(b.ID, name) })
}

func explainGroup(out io.Writer, group *conformance.Group, behaviors []conformance.Behavior) {
	if group != nil {
		fmt.Fprintf(out, "%s: %s\nfolder: behaviors/%s\n\n", group.Name, group.Title, group.Name)
	}
	for _, b := range behaviors {
		fmt.Fprintf(out, "%s (%s)\n  %s\n", b.ID, b.Level, b.Statement)
	}
	fmt.Fprintf(out, "\n%d behaviors; `singdance explain ID` explains one, `singdance run --behavior '%s*'` runs them\n",
		len(behaviors), commonPrefix(behaviors))
}

// commonPrefix returns what the IDs of the behaviors begin with.
func commonPrefix(behaviors []conformance.Behavior) string {
	prefix := behaviors[0].ID
	for _, b := range behaviors {
		for !strings.HasPrefix(b.ID, prefix) {
			prefix = prefix[:len(prefix)-1]
		}
	}
	return prefix
}

func explain(out io.Writer, b conformance.Behavior, expectations conformance.Expectations) {
	file, line := b.Location()
	fmt.Fprintf(out, "%s\n\n  %s\n\n", b.ID, b.Statement)
	for _, field := range [][2]string{
		{"level", fmt.Sprintf("%s (%s)", b.Level, levelMeaning(b.Level))},
		{"group", b.Group()},
		{"start methods", methodsOf(b)},
		{"does not apply", requirementOf(b)},
		{"judge", fmt.Sprintf("%s:%d", file, line)},
		{"mutants", strings.TrimSuffix(file, ".go") + "_test.go"},
		{"program", fmt.Sprintf("fixtures/%s/", b.Program)},
		{"run just this", "singdance run --behavior " + b.ID},
		{"test its judge", "go test ./behaviors/" + b.Group()},
	} {
		if field[1] != "" {
			fmt.Fprintf(out, "  %-16s%s\n", field[0]+":", field[1])
		}
	}
	fmt.Fprintln(out, "\n  Sources")
	for _, source := range b.Sources {
		fmt.Fprintf(out, "    %s\n      %s\n", source.Text, source.URL)
	}
	known := slices.DeleteFunc(slices.Clone(expectations), func(e conformance.Expectation) bool { return !slices.Contains(e.Behaviors, b.ID) })
	if len(known) == 0 {
		return
	}
	fmt.Fprintln(out, "\n  Known differences")
	for _, e := range known {
		fmt.Fprintf(out, "    %s\n      %s\n", e.Condition(), e.Reason)
		if e.URL != "" {
			fmt.Fprintf(out, "      %s\n", e.URL)
		}
	}
}

func explainDefects(out io.Writer, defects conformance.Defects) {
	if len(defects) == 0 {
		return
	}
	fmt.Fprintln(out, "\n  Reported defects that it sees")
	for _, d := range defects {
		fmt.Fprintf(out, "    %s\n      %s\n      %s\n", d.Condition(), d.Title, d.URL)
	}
}

func levelMeaning(level conformance.Level) string {
	switch level {
	case conformance.Core:
		return "the documented contract"
	case conformance.Extended:
		return "documented but optional, or clearly to be expected"
	case conformance.Observation:
		return "undocumented but relied upon; recorded, never failed"
	}
	return ""
}

func requirementOf(b conformance.Behavior) string {
	if b.Requires == nil {
		return ""
	}
	return b.Requires.Reason
}

func methodsOf(b conformance.Behavior) string {
	if len(b.NotUnder) > 0 {
		return "every method except " + strings.Join(b.NotUnder, " and ")
	}
	if len(b.Methods) == 0 {
		return "every method"
	}
	return strings.Join(b.Methods, ", ")
}

func listCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "List the behaviors",
		Example: "  singdance list",
		Args:    arguments(nothing),
		RunE: func(command *cobra.Command, _ []string) error {
			out := command.OutOrStdout()
			for _, g := range conformance.Groups() {
				fmt.Fprintf(out, "%s: %s\n", g.Name, g.Title)
				t := table.NewWriter()
				t.SetStyle(table.StyleLight)
				t.Style().Options = table.OptionsNoBordersAndSeparators
				for _, b := range g.Behaviors() {
					methods := ""
					if len(b.Methods) > 0 {
						methods = strings.Join(b.Methods, ", ")
					}
					t.AppendRow(table.Row{b.ID, b.Level, methods})
				}
				fmt.Fprintf(out, "%s\n\n", t.Render())
			}
			fmt.Fprintf(out, "%d behaviors; `singdance explain ID` explains one, `singdance explain GROUP` a group\n", len(conformance.All()))
			return nil
		},
	}
}
