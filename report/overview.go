package report

import (
	"cmp"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/internal/plain"
)

// overview is the row of one implementation in the table of implementations.
type overview struct {
	ID, Default                       string
	Judged, Known, Absent, Unexpected int
}

// overviews returns a row for each implementation that has results other than those that were not selected.
func (r *Report) overviews() []overview {
	var rows []overview
	for _, result := range r.Results {
		if notSelected(result) {
			continue
		}
		n := slices.IndexFunc(rows, func(o overview) bool { return o.ID == result.Implementation })
		if n < 0 {
			n = len(rows)
			i, _ := r.Implementation(result.Implementation)
			rows = append(rows, overview{ID: result.Implementation, Default: i.Default})
		}
		rows[n].count(result)
	}
	return rows
}

func (o *overview) count(result conformance.Result) {
	switch {
	case isUnexpected(result):
		o.Unexpected++
	case result.Verdict == conformance.Known:
		o.Known++
	case result.Verdict == conformance.Absent:
		o.Absent++
	}
	if CountsAsJudged(result) {
		o.Judged++
	}
}

// overviewTable returns the table of implementations. The IDs are cut if they do not fit the width.
func overviewTable(rows []overview, width int, paint painter) string {
	t := table.NewWriter()
	t.SetStyle(table.StyleLight)
	t.Style().Format.Header = text.FormatDefault
	t.Style().Options = table.Options{SeparateHeader: true}
	t.Style().Box.PaddingLeft, t.Style().Box.PaddingRight = "", "  "
	t.AppendHeader(table.Row{"implementation", "default", "judged", "known", "absent", "unexpected"})
	columns := []table.ColumnConfig{{Number: 1, WidthMax: max(16, width-54), WidthMaxEnforcer: text.Trim}}
	for n := 3; n <= 6; n++ {
		columns = append(columns, table.ColumnConfig{Number: n, Align: text.AlignRight, AlignHeader: text.AlignRight})
	}
	t.SetColumnConfigs(columns)
	for _, o := range rows {
		verdict := conformance.Pass
		if o.Unexpected > 0 {
			verdict = conformance.Fail
		}
		t.AppendRow(table.Row{word(o.ID), word(cmp.Or(o.Default, "-")), o.Judged, o.Known, o.Absent, paint(verdict, fmt.Sprint(o.Unexpected))})
	}
	var lines []string
	for line := range strings.Lines(t.Render()) {
		lines = append(lines, strings.TrimRight(line, " \n"))
	}
	return strings.Join(lines, "\n")
}

// issueURL matches the URL of an issue or pull request.
var issueURL = regexp.MustCompile(`^https://(?:github\.com|foss\.heptapod\.net)/(.+?)/(?:-/)?(?:issues|pull)/(\d+)`)

// issueOf returns a short name for the URL of a known difference: the number of an issue, or the last part of the path of a
// page or source file.
func issueOf(url string) string {
	if parts := issueURL.FindStringSubmatch(url); parts != nil {
		if parts[1] == "python/cpython" {
			return "gh-" + parts[2]
		}
		return parts[1] + "#" + parts[2]
	}
	if url == "" {
		return "no issue"
	}
	page, _, _ := strings.Cut(url, "#")
	return path.Base(page)
}

// differenceLine returns a known difference in one line: its issue, the number of results, where it was seen, and the
// behaviors.
func differenceLine(d *difference) string {
	return fmt.Sprintf("%s, %s on %s: %s", issueOf(d.URL), plural(d.Count, "result"), shortList(d.implementations(), 2), shortList(d.Behaviors, 3))
}

// implementations returns the implementations of a difference without their methods.
func (d *difference) implementations() []string {
	var ids []string
	for _, where := range d.Where {
		id, _, _ := strings.Cut(where, " ")
		add(&ids, id)
	}
	return ids
}

// shortList returns the first words of a list, and how many more there are.
func shortList(list []string, most int) string {
	if len(list) <= most+1 {
		return strings.Join(list, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(list[:most], ", "), len(list)-most)
}

// fit cuts a line to a width.
func fit(line string, width int) string {
	line = plain.Line(line)
	if text.StringWidthWithoutEscSequences(line) <= width {
		return line
	}
	return text.Trim(line, width-1) + "…"
}
