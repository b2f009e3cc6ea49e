package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/report"
)

// gateError is the error for cells that are missing or not conformant.
type gateError struct{ error }

func gateCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "gate FOLDER CELL...",
		Short: "Check that every cell of a CI matrix exists and is conformant",
		Long: `Each CELL is a folder of results below FOLDER. A cell that is missing, unreadable, empty or not conformant fails
the gate with exit status 1, so a job that was skipped cannot look like one that passed. The output names the implementations of
each cell.

` + jsonHelp("gate"),
		Example: `  singdance gate results/ ubuntu-24.04 macos-15 windows-2025`,
		Args:    arguments(cobra.MinimumNArgs(2)),
		RunE: func(command *cobra.Command, given []string) error {
			var wrong []string
			var document gateJSON
			for _, cell := range given[1:] {
				one := examine(given[0], cell)
				if one.Verdict != string(report.Conformant) {
					wrong = append(wrong, cell)
				}
				document.Cells = append(document.Cells, one)
			}
			if err := document.print(command.OutOrStdout(), asJSON); err != nil {
				return err
			}
			if len(wrong) > 0 {
				return gateError{fmt.Errorf("%d of %d cells are missing or not conformant: %s",
					len(wrong), len(given)-1, strings.Join(wrong, ", "))}
			}
			return nil
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return command
}

// examine loads the results of a cell.
func examine(folder, cell string) cellJSON {
	r, err := report.Load(filepath.Join(folder, cell))
	if err != nil {
		return cellJSON{Cell: cell, Missing: err.Error()}
	}
	return cellJSON{Cell: cell, Verdict: string(r.Verdict), Sentence: r.Sentence, System: r.System, Implementations: r.JudgedIDs()}
}

// print writes the cells as lines or as JSON.
func (d gateJSON) print(out io.Writer, asJSON bool) error {
	if asJSON {
		return writeJSON(out, d)
	}
	for _, cell := range d.Cells {
		if cell.Missing != "" {
			fmt.Fprintf(out, "%s: missing: %s\n", cell.Cell, cell.Missing)
			continue
		}
		fmt.Fprintf(out, "%s: %s; %s on %s\n", cell.Cell, cell.Sentence, strings.Join(cell.Implementations, ", "), cell.System)
	}
	return nil
}
