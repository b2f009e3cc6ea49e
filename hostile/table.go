package hostile

import (
	"fmt"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// verdict returns the verdict, with the name of the cap if the program exceeded one.
func (r Result) verdict() string {
	if name, _, found := strings.Cut(r.Reason, ": "); found && strings.HasPrefix(name, "cap on ") {
		return r.Verdict + ", " + name
	}
	return r.Verdict
}

// summary returns one sentence about all results.
func summary(results []Result) string {
	bad := 0
	for _, result := range results {
		if len(result.Problems)+len(result.LeftBehind) > 0 {
			bad++
		}
	}
	if bad > 0 {
		return fmt.Sprintf("%d of %d hostile cases have problems", bad, len(results))
	}
	return fmt.Sprintf("all %d hostile cases got the expected verdict, left nothing behind, and changed no other verdict", len(results))
}

// Table returns a table of the results, followed by the problems and a summary.
func Table(results []Result) string {
	t := table.NewWriter()
	t.SetStyle(table.StyleLight)
	t.Style().Format.Header = text.FormatDefault
	t.Style().Options.DrawBorder = false
	t.AppendHeader(table.Row{"case", "what it does", "verdict", "seconds", "left behind"})
	var problems []string
	for _, result := range results {
		left := "nothing"
		if len(result.LeftBehind) > 0 {
			left = strings.Join(result.LeftBehind, ", ")
		}
		t.AppendRow(table.Row{result.ID, result.Description, result.verdict(), fmt.Sprintf("%.1f", result.Seconds), left})
		for _, problem := range result.Problems {
			problems = append(problems, fmt.Sprintf("%s: got %s (%s): %s", result.ID, result.Verdict, result.Reason, problem))
		}
	}
	return strings.Join(append([]string{t.Render()}, append(problems, summary(results))...), "\n")
}
