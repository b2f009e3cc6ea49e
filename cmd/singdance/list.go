package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/internal/plain"
	"github.com/singdance/singdance/stage"
)

func newTable(header ...any) table.Writer {
	t := table.NewWriter()
	t.SetStyle(table.StyleLight)
	t.Style().Format.Header = text.FormatDefault
	t.Style().Options.DrawBorder = false
	t.AppendHeader(header)
	return t
}

func implementationsCommand() *cobra.Command {
	var where search
	command := &cobra.Command{
		Use:   "implementations",
		Short: "List what is on this machine, and what cannot be performed on, with the reason",
		Args:  arguments(nothing),
		RunE: func(command *cobra.Command, _ []string) (err error) {
			if err := where.check(); err != nil {
				return err
			}
			s, err := stage.Open(stage.Options{TimeoutFactor: where.factor})
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, s.Close()) }()
			found, err := where.find(command.Context(), s)
			if err != nil {
				return err
			}
			printImplementations(command.OutOrStdout(), found)
			return nil
		},
	}
	where.flags(command)
	return command
}

func printImplementations(out io.Writer, found []implementation.Implementation) {
	t := newTable("implementation", "module", "platform", "start methods, * the default", "found", "executable")
	unavailable := newTable("not performed on", "found", "reason")
	for _, i := range found {
		if i.Unavailable != "" {
			unavailable.AppendRow(table.Row{plain.Line(i.Name()), i.Origin, plain.Line(i.Unavailable)})
			continue
		}
		var methods []string
		for _, method := range i.Methods {
			if method == i.Default {
				method += "*"
			}
			methods = append(methods, method)
		}
		t.AppendRow(table.Row{
			i.ID, strings.TrimSpace(i.Module + " " + i.ModuleVersion), i.Platform + " " + i.Machine,
			strings.Join(methods, " "), i.Origin, plain.Line(i.Executable),
		})
	}
	for _, one := range []table.Writer{t, unavailable} {
		if one.Length() > 0 {
			fmt.Fprintln(out, one.Render())
			fmt.Fprintln(out)
		}
	}
}

func listCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the behaviors",
		Args:  arguments(nothing),
		RunE: func(command *cobra.Command, _ []string) error {
			t := newTable("behavior", "group", "level", "start methods", "program")
			for _, b := range conformance.All() {
				t.AppendRow(table.Row{b.ID, b.Group, b.Level, methodsOf(b), b.Program})
			}
			fmt.Fprintln(command.OutOrStdout(), t.Render())
			fmt.Fprintf(command.OutOrStdout(), "\n%d behaviors; `singdance explain ID` tells what one is\n", len(conformance.All()))
			return nil
		},
	}
}

func methodsOf(b conformance.Behavior) string {
	if len(b.Methods) == 0 {
		return "every"
	}
	return strings.Join(b.Methods, ", ")
}

func explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain ID",
		Short: "Explain a behavior: its statement, sources, and known differences",
		Args:  arguments(cobra.ExactArgs(1)),
		RunE: func(command *cobra.Command, given []string) error {
			b, found := conformance.Find(given[0])
			if !found {
				return usage(fmt.Errorf("there is no behavior %q; `singdance list` lists them", given[0]))
			}
			expectations, err := conformance.LoadExpectations()
			if err != nil {
				return err
			}
			explain(command.OutOrStdout(), b, expectations)
			return nil
		},
	}
}

func explain(out io.Writer, b conformance.Behavior, expectations conformance.Expectations) {
	fmt.Fprintf(out, "%s\n\n  %s\n\n", b.ID, b.Statement)
	fmt.Fprintf(out, "  group:         %s\n  level:         %s\n  start methods: %s\n  program:       %s\n", b.Group, b.Level, methodsOf(b), b.Program)
	fmt.Fprintln(out, "\n  Sources")
	for _, source := range b.Sources {
		fmt.Fprintf(out, "    %s\n    %s\n", source.Text, source.URL)
	}
	first := true
	for _, e := range expectations {
		if !slices.Contains(e.Behaviors, b.ID) {
			continue
		}
		if first {
			fmt.Fprintln(out, "\n  Known differences")
			first = false
		}
		fmt.Fprintf(out, "    %s\n      %s\n      %s\n", e.Condition(), e.Reason, e.URL)
	}
}

func coverageCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "coverage",
		Short: "Print which behaviors cover which documented statement, and what is not covered (Markdown)",
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
