package report

import (
	"cmp"
	_ "embed" // the page
	"html/template"
	"strings"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/internal/plain"
)

// mostEvidence is how many unexpected results the page shows with evidence. The results have all of it.
const mostEvidence = 200

//go:embed report.html.tmpl
var pageText string

// page holds the data that the template renders.
type page struct {
	*Report
	Columns     []column
	Groups      []pageGroup
	Signs       []sign
	Observed    []observation
	Differences []pageDifferences
	Unexpected  []unexpected
	Lists       []pageList
}

// pageGroup holds the rows of one group of behaviors.
type pageGroup struct {
	Name, About string
	Rows        []pageRow
}

type pageRow struct {
	conformance.Behavior
	Cells []pageCell
}

// pageCell is a symbol with its description, for screen readers and tooltips.
type pageCell struct {
	Symbol, Verdict, Description string
}

type sign struct{ Symbol, Meaning string }

// observation explains the letters of a behavior.
type observation struct {
	Behavior string
	Letters  []sign
}

type pageDifferences struct {
	Title string
	All   []*difference
}

// unexpected is a result that needs attention.
type unexpected struct {
	conformance.Result
	Symbol   string
	Judged   *conformance.Behavior // nil if this program does not know it
	Evidence string                // empty beyond mostEvidence
}

type pageList struct {
	Title string
	Lines []string
}

// HTML returns the report as a page that needs no script, no network and no other file. The template escapes what programs
// reported, and control characters are removed.
func (r *Report) HTML() (string, error) {
	t, err := template.New("report").Parse(pageText)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	if err := t.Execute(&out, r.page()); err != nil {
		return "", err
	}
	return plain.Lines(out.String()), nil
}

func (r *Report) page() page {
	m := newMatrix(r.Results)
	p := page{Report: r, Columns: m.columns, Groups: m.groups(), Signs: m.signs(), Unexpected: r.unexpectedResults()}
	for _, id := range m.rows {
		if values := m.values[id]; len(values) > 0 {
			one := observation{Behavior: id}
			for n, value := range values {
				one.Letters = append(one.Letters, sign{letter(n), value})
			}
			p.Observed = append(p.Observed, one)
		}
	}
	for _, part := range []struct {
		title   string
		verdict conformance.Verdict
	}{
		{"Known differences, seen", conformance.Known},
		{"Known differences, gone", conformance.Fixed},
		{"Absent", conformance.Absent},
	} {
		p.Differences = append(p.Differences, pageDifferences{part.title, grouped(r.Results, part.verdict)})
	}
	p.Lists = []pageList{{"Cannot be run", r.unavailable()}, {"Verdicts that differ between repetitions", r.differing()}}
	return p
}

// Width returns the number of columns of the matrix.
func (p page) Width() int {
	width := 1
	for _, c := range p.Columns {
		width += len(c.methods)
	}
	return width
}

// groups returns the matrix by groups of behaviors.
func (m matrix) groups() []pageGroup {
	about := map[string]string{}
	for _, group := range conformance.Groups() {
		about[group.Name] = group.Title
	}
	var groups []pageGroup
	for _, id := range m.rows {
		b, _ := conformance.Find(id)
		if last := len(groups) - 1; last < 0 || groups[last].Name != b.Group() {
			groups = append(groups, pageGroup{Name: b.Group(), About: about[b.Group()]})
		}
		row := pageRow{Behavior: b}
		for _, c := range m.columns {
			for _, method := range c.methods {
				row.Cells = append(row.Cells, m.pageCell([3]string{id, c.id, method}))
			}
		}
		rows := &groups[len(groups)-1].Rows
		*rows = append(*rows, row)
	}
	return groups
}

func (m matrix) pageCell(key [3]string) pageCell {
	result, shown := m.results[key]
	if !shown {
		return pageCell{}
	}
	cell := pageCell{Symbol: m.cells[key], Verdict: string(result.Verdict), Description: string(result.Verdict)}
	if cell.Symbol != symbols[result.Verdict] {
		cell.Verdict, cell.Description = string(conformance.Observation), "observed"
	}
	if why := cmp.Or(result.Reason, result.Observed); why != "" {
		cell.Description += ": " + why
	}
	return cell
}

// signs returns the symbols that the matrix shows, with their verdicts.
func (m matrix) signs() []sign {
	var signs []sign
	for _, verdict := range m.verdicts() {
		signs = append(signs, sign{symbols[verdict], string(verdict)})
	}
	return signs
}

// Methods returns the methods of a column, abbreviated and in full.
func (c column) Methods() []sign {
	var methods []sign
	for _, method := range c.methods {
		methods = append(methods, sign{abbreviation(word(method)), method})
	}
	return methods
}

// Lines returns the ID of a column in parts, because it is too long for one line above a few symbols.
func (c column) Lines() []string { return strings.SplitAfter(c.id, "-") }

// Link returns the URL of a difference if a browser can open it, or "".
func (d *difference) Link() string {
	if strings.HasPrefix(d.URL, "https://") || strings.HasPrefix(d.URL, "http://") {
		return d.URL
	}
	return ""
}

func (r *Report) unexpectedResults() []unexpected {
	var all []unexpected
	for _, result := range r.Results {
		if !result.Verdict.Unexpected() && result.Verdict != conformance.Error {
			continue
		}
		one := unexpected{Result: result, Symbol: symbols[result.Verdict]}
		if b, found := conformance.Find(result.Behavior); found {
			one.Judged = &b
		}
		if len(all) < mostEvidence {
			one.Evidence = strings.Join(result.Evidence, "\n")
		}
		all = append(all, one)
	}
	return all
}
