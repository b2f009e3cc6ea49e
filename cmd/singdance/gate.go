package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/report"
)

// gateError is the error for cells that are missing or not conformant.
type gateError struct{ error }

func gateCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "gate FOLDER CELL...",
		Short: "Check that every cell of a CI matrix exists and is conformant",
		Long: `Each CELL is a folder of results below FOLDER. A cell that is missing, unreadable, empty or not conformant fails
the gate with exit status 1, so a job that was skipped cannot look like one that passed. The output names the implementations of
each cell.`,
		Example: `  singdance gate results/ ubuntu-24.04 macos-15 windows-2025`,
		Args:    arguments(cobra.MinimumNArgs(2)),
		RunE: func(command *cobra.Command, given []string) error {
			var wrong []string
			for _, cell := range given[1:] {
				r, err := report.Load(filepath.Join(given[0], cell))
				switch {
				case err != nil:
					wrong = append(wrong, cell)
					fmt.Fprintf(command.OutOrStdout(), "%s: missing: %v\n", cell, err)
				default:
					if r.Verdict != report.Conformant {
						wrong = append(wrong, cell)
					}
					fmt.Fprintf(command.OutOrStdout(), "%s: %s; %s on %s\n", cell, r.Sentence, strings.Join(r.JudgedIDs(), ", "), r.System)
				}
			}
			if len(wrong) > 0 {
				return gateError{fmt.Errorf("%d of %d cells are missing or not conformant: %s",
					len(wrong), len(given)-1, strings.Join(wrong, ", "))}
			}
			return nil
		},
	}
}
