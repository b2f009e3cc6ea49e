package main

import (
	"errors"
	"fmt"
	"io"
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
		Short: "List the implementations on this machine, and why some cannot be run",
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
	t := newTable("implementation", "module", "platform", "start methods, * is the default", "found by", "executable")
	unavailable := newTable("cannot be run", "found by", "reason")
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
