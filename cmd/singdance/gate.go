package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/report"
)

// gateError says which cells of a matrix of runs are not as they must be.
type gateError struct{ error }

func gateCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "gate FOLDER CELL...",
		Short: "Check that every cell of a matrix of runs is there and conformant",
		Long: `Each CELL is a folder of results below FOLDER. A cell that is missing, cannot be read, judged nothing or is not
conformant fails the gate, with exit status 1: a job that was skipped must not look like one that passed. What was
performed on is told with each.`,
		Args: arguments(cobra.MinimumNArgs(2)),
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
					fmt.Fprintf(command.OutOrStdout(), "%s: %s; %s on %s\n", cell, r.Sentence, strings.Join(r.Performed(), ", "), r.System)
				}
			}
			if len(wrong) > 0 {
				return gateError{fmt.Errorf("the gate is closed: %d of %d cells are missing or not conformant: %s",
					len(wrong), len(given)-1, strings.Join(wrong, ", "))}
			}
			return nil
		},
	}
}
