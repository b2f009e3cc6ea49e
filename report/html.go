package report

import (
	"cmp"
	_ "embed" // the page
	"html/template"
	"strings"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/internal/plain"
)

// mostEvidence is how many unexpected results the page shows with their evidence; all of it is in the results.
const mostEvidence = 200

//go:embed report.html.tmpl
var pageText string

// page is what the template renders.
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

// pageGroup is the rows of one group of behaviors.
type pageGroup struct {
	Name, About string
	Rows        []pageRow
}

type pageRow struct {
	conformance.Behavior
	Cells []pageCell
}

// pageCell is a symbol, and what a reader is told who does not see it or wants to know more.
type pageCell struct {
	Symbol, Verdict, Told string
}

type sign struct{ Symbol, Meaning string }

// observation is what the letters of a behavior stand for.
type observation struct {
	Behavior string
	Letters  []sign
}

type pageDifferences struct {
	Title string
	All   []*difference
}

// unexpected is a result that has to be looked at.
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

// HTML is the report as a page that needs nothing else: no script, no network, no other file. The template escapes what
// programs have told, and no character is left in it that a page would obey.
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
	p.Lists = []pageList{{"Not performed on", r.unavailable()}, {"Verdicts that differ between repetitions", r.differing()}}
	return p
}

// Width is the number of the matrix's columns.
func (p page) Width() int {
	width := 1
	for _, c := range p.Columns {
		width += len(c.methods)
	}
	return width
}

// groups is the matrix by groups of behaviors, which its rows are in the order of.
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
	cell := pageCell{Symbol: m.cells[key], Verdict: string(result.Verdict), Told: string(result.Verdict)}
	if cell.Symbol != symbols[result.Verdict] {
		cell.Verdict, cell.Told = string(conformance.Observation), "observed"
	}
	if why := cmp.Or(result.Reason, result.Observed); why != "" {
		cell.Told += ": " + why
	}
	return cell
}

// signs are the symbols that the matrix shows, with their verdicts.
func (m matrix) signs() []sign {
	var signs []sign
	for _, verdict := range m.verdicts() {
		signs = append(signs, sign{symbols[verdict], string(verdict)})
	}
	return signs
}

// Methods are a column's methods, in short and whole.
func (c column) Methods() []sign {
	var methods []sign
	for _, method := range c.methods {
		methods = append(methods, sign{abbreviation(word(method)), method})
	}
	return methods
}

// Lines are the parts of a column's id, which is too long for one line above a few symbols.
func (c column) Lines() []string { return strings.SplitAfter(c.id, "-") }

// Link is where a difference is told of, if that is a page.
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
