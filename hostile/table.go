package hostile

import (
	"fmt"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// verdict is the verdict with the cap's name, where it was a cap.
func (r Row) verdict() string {
	if name, _, found := strings.Cut(r.Said, ": "); found && strings.HasPrefix(name, "cap on ") {
		return r.Verdict + ", " + name
	}
	return r.Verdict
}

// sentence is what it comes to.
func sentence(rows []Row) string {
	bad := 0
	for _, row := range rows {
		if len(row.Wrong)+len(row.Left) > 0 {
			bad++
		}
	}
	if bad > 0 {
		return fmt.Sprintf("%d of %d acts did not end as they must", bad, len(rows))
	}
	return fmt.Sprintf("each of %d acts ended with the verdict that it must have, left nothing behind, and changed no other verdict", len(rows))
}

// Table shows what came of the acts, with what is wrong below.
func Table(rows []Row) string {
	t := table.NewWriter()
	t.SetStyle(table.StyleLight)
	t.Style().Format.Header = text.FormatDefault
	t.Style().Options.DrawBorder = false
	t.AppendHeader(table.Row{"act", "what it does", "verdict", "seconds", "left behind"})
	var wrong []string
	for _, row := range rows {
		left := "nothing"
		if len(row.Left) > 0 {
			left = strings.Join(row.Left, ", ")
		}
		t.AppendRow(table.Row{row.Name, row.Title, row.verdict(), fmt.Sprintf("%.1f", row.Seconds), left})
		for _, one := range row.Wrong {
			wrong = append(wrong, fmt.Sprintf("%s: %s, but it is %s: %s", row.Name, one, row.Verdict, row.Said))
		}
	}
	return strings.Join(append([]string{t.Render()}, append(wrong, sentence(rows))...), "\n")
}
