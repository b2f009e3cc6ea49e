package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

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
	var asJSON bool
	command := &cobra.Command{
		Use:   "implementations",
		Short: "List the implementations on this machine, and why some cannot be run",
		Long: `Searches this machine for implementations of start methods, and asks each for its properties. On a narrow terminal, each
implementation has several short lines.

` + jsonHelp("implementations"),
		Args: arguments(nothing),
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
			if asJSON {
				return writeJSON(command.OutOrStdout(), implementationsJSON{found})
			}
			printImplementations(command.OutOrStdout(), found, terminalWidth(os.Stdout, 0))
			return nil
		},
	}
	where.flags(command)
	command.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return command
}

// printImplementations writes a table, or blocks of lines if the terminal is narrower than the table. A width of 0 is unlimited.
func printImplementations(out io.Writer, found []implementation.Implementation, width int) {
	t := newTable("implementation", "module", "platform", "start methods, * is the default", "found by", "executable")
	unavailable := newTable("cannot be run", "found by", "reason")
	for _, i := range found {
		if i.Unavailable != "" {
			unavailable.AppendRow(table.Row{plain.Line(i.Name()), i.Origin, plain.Line(i.Unavailable)})
			continue
		}
		t.AppendRow(table.Row{
			i.ID, i.ModuleTitle(), i.Platform + " " + i.Machine, markDefault(i), i.Origin, plain.Line(i.Executable),
		})
	}
	for _, one := range []table.Writer{t, unavailable} {
		if one.Length() == 0 {
			continue
		}
		rendered := one.Render()
		if width > 0 && text.LongestLineLen(rendered) > width {
			printBlocks(out, found, width)
			return
		}
		fmt.Fprintf(out, "%s\n\n", rendered)
	}
}

// printBlocks writes the implementations as blocks of lines, first those that can be run. A longer line is shortened.
func printBlocks(out io.Writer, found []implementation.Implementation, width int) {
	for _, available := range []bool{true, false} {
		for _, i := range found {
			lines := []string{i.ID, i.ModuleTitle() + " on " + i.Platform + " " + i.Machine + ", found by " + i.Origin, markDefault(i), shortPath(i.Executable)}
			if i.Unavailable != "" {
				lines = []string{shortPath(i.Name()), "cannot be run, found by " + i.Origin, i.Unavailable}
			}
			if (i.Unavailable == "") != available {
				continue
			}
			for n, line := range lines {
				if n > 0 {
					line = "  " + line
				}
				fmt.Fprintln(out, shorten(plain.Line(line), width))
			}
		}
	}
	fmt.Fprintln(out, shorten("* is the default start method", width))
}

// markDefault lists the start methods of an implementation and marks the default.
func markDefault(i implementation.Implementation) string {
	var methods []string
	for _, method := range i.Methods {
		if method == i.Default {
			method += "*"
		}
		methods = append(methods, method)
	}
	return strings.Join(methods, " ")
}

// shortPath writes ~ for the home folder at the beginning of a path.
func shortPath(file string) string {
	home, err := os.UserHomeDir()
	if err != nil || home == "" {
		return file
	}
	below, found := strings.CutPrefix(file, strings.TrimSuffix(home, string(filepath.Separator))+string(filepath.Separator))
	if !found {
		return file
	}
	return filepath.Join("~", below)
}

// shorten leaves out the middle of a line that is longer than the width: a path begins and ends with what matters most.
func shorten(line string, width int) string {
	runes := []rune(line)
	if len(runes) <= width || width < least {
		return line
	}
	end := width * 2 / 3
	return string(runes[:width-end-1]) + "…" + string(runes[len(runes)-end:])
}
