package conformance

import (
	"fmt"
	"strings"

	"github.com/singdance/singdance/internal/plain"
	"github.com/singdance/singdance/stage"
)

// Limits of the part of a recording that evidence and results show. The file of the recording holds everything.
const (
	maxFailures  = 30
	firstEvents  = 15 // of a long timeline
	lastEvents   = 25
	maxProcesses = 30 // of one process table, and of the process tree
	maxDepth     = 20 // generations of processes
	maxLines     = 12 // lines of standard output, and of standard error

	maxLine     = 200  // characters
	maxDecisive = 2000 // of the last line of standard error
	maxReason   = 300
	maxValue    = 120  // of a value in a failure
	maxDetail   = 2000 // of the whole value
	maxObserved = 160
)

// Evidence describes a recording in lines: the process tree, a timeline of the events and of the process tables, and the
// last lines of standard output and standard error.
func Evidence(r *stage.Recording) []string {
	lines := []string{fmt.Sprintf("program %s on %s, %s, on %s", r.Program, r.Implementation.ID, r.Method, r.System)}
	all := castOf(r)
	lines = append(lines, "processes:")
	lines = append(lines, all.tree()...)
	lines = append(lines, "timeline, in milliseconds:")
	lines = append(lines, all.timeline()...)
	lines = append(lines, tail("stdout", r.Stdout)...)
	for n, line := range lines {
		lines[n] = shorten(line, maxLine) // a line may quote what the program reported
	}
	errors := tail("stderr", r.Stderr)
	for n, line := range errors {
		limit := maxLine
		if n == len(errors)-1 {
			limit = maxDecisive // it usually says what went wrong
		}
		lines = append(lines, shorten(line, limit))
	}
	return lines
}

// tail returns the last lines of an output.
func tail(name, text string) []string {
	all := strings.Split(strings.TrimRight(text, "\r\n"), "\n")
	if text == "" {
		return nil
	}
	lines := []string{name + ":"}
	if skipped := len(all) - maxLines; skipped > 0 {
		lines = append(lines, fmt.Sprintf("  … %d lines before these", skipped))
		all = all[skipped:]
	}
	for _, line := range all {
		lines = append(lines, "  "+strings.TrimRight(line, "\r"))
	}
	return lines
}

// oneLine joins the lines of a text into one line.
func oneLine(text string, limit int) string {
	return shorten(strings.Join(strings.Fields(text), " "), limit)
}

// shorten cuts a line to a number of characters and replaces control characters, including those that change the direction
// of text.
func shorten(text string, limit int) string {
	harmless := plain.Line(text)
	if runes := []rune(harmless); len(runes) > limit {
		return string(runes[:limit]) + "…"
	}
	return harmless
}
