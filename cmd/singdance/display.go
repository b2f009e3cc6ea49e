package main

import (
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/report"
)

// display holds the flags that say what the report shows, and where it is kept.
type display struct {
	matrix  string
	details bool
	output  string
	junit   string
	github  bool
	strict  bool
	kept    bool // the command judges recordings that exist already
}

func (d *display) flags(command *cobra.Command) {
	flags := command.Flags()
	flags.StringVar(&d.matrix, "matrix", report.MatrixNone, "print a matrix of the behaviors whose results differ; --matrix=all prints all behaviors")
	flags.Lookup("matrix").NoOptDefVal = report.MatrixDifferent
	flags.BoolVar(&d.details, "details", false, "print all evidence of unexpected results, and the reasons of all other differences")
	flags.StringVar(&d.output, "output", "", "write results.json, matrix.md, report.html and the recordings to this folder")
	flags.StringVar(&d.junit, "junit", "", "also write the results to this JUnit file")
	flags.BoolVar(&d.github, "github", os.Getenv("GITHUB_ACTIONS") == "true", "print annotations for GitHub Actions")
	flags.Lookup("github").DefValue = "true if GITHUB_ACTIONS is true"
	flags.BoolVar(&d.strict, "strict", false, "count a known difference that is gone as unexpected")
}

// check returns a usage error if a flag has a bad value.
func (d *display) check(command *cobra.Command) error {
	if d.output == "" && command.Flags().Changed("output") {
		return usage(errors.New("--output is empty; name a folder")) // an unset shell variable must not lose the results
	}
	if d.junit == "" && command.Flags().Changed("junit") {
		return usage(errors.New("--junit is empty; name a file"))
	}
	if values := []string{report.MatrixNone, report.MatrixDifferent, report.MatrixAll}; !slices.Contains(values, d.matrix) {
		return usage(fmt.Errorf("--matrix must be %s or %s, not %q", report.MatrixDifferent, report.MatrixAll, d.matrix))
	}
	return nil
}

// standardWidth is the width of the report if standard output is not a terminal.
const standardWidth = 120

// useColor reports whether standard output gets colors: if it is a terminal, unless an environment variable decides. See
// https://no-color.org and https://force-color.org.
func useColor() bool {
	for _, name := range []string{"FORCE_COLOR", "CLICOLOR_FORCE"} {
		if value := os.Getenv(name); value != "" && value != "0" {
			return true
		}
	}
	return os.Getenv("NO_COLOR") == "" && isTerminal(os.Stdout)
}

// publish writes the report to the output folder and prints it.
func (d *display) publish(command *cobra.Command, result *report.Report) error {
	// Write before printing: printing to a closed pipe, as with head(1), ends this process.
	var saveErr error
	folder := d.output
	if d.output != "" {
		if saveErr = result.Save(d.output); saveErr != nil {
			saveErr = fmt.Errorf("cannot write the results: %w", saveErr)
			folder = ""
		}
	}
	var junitErr error
	if d.junit != "" {
		if junitErr = result.SaveJUnit(d.junit); junitErr != nil {
			junitErr = fmt.Errorf("cannot write --junit: %w", junitErr)
		}
	}
	summaryErr := result.AppendSummary(os.Getenv("GITHUB_STEP_SUMMARY"))
	out := &checkedWriter{out: command.OutOrStdout()}
	result.Text(out, report.TextOptions{
		Width: terminalWidth(os.Stdout, standardWidth), Color: useColor(), Matrix: d.matrix, Details: d.details, Folder: folder, Kept: d.kept,
	})
	if d.github {
		result.Annotations(out)
	}
	return errors.Join(saveErr, junitErr, summaryErr, out.err)
}
