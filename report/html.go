package report

import (
	"crypto/sha256"
	_ "embed" // the pages
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/internal/plain"
)

// Limits of the page. The results have everything.
const (
	mostEvidence = 200 // causes of unexpected results that are shown with evidence
	mostLinks    = 100 // recordings of one cause
	mostOpen     = 40  // behaviors of a matrix that is not folded
)

var (
	//go:embed report.html.tmpl
	pageText string
	//go:embed html.css
	styleText string
	//go:embed html.js
	scriptText string
)

// style and script are what the pages embed. Their control characters are removed before the script's hash is computed,
// because the whole page is cleaned in this way.
var (
	style  = template.CSS(plain.Lines(styleText))
	script = template.JS(plain.Lines(strings.TrimRight(scriptText, "\r\n")))
)

// page holds the data that the template renders.
type page struct {
	*Report
	Style       template.CSS
	Script      template.JS
	ScriptHash  string
	Overview    []pageOverview
	Columns     []column
	Groups      []pageGroup
	Signs       []sign
	Outcomes    []string
	Differences []pageDifferences
	Causes      []pageCause
	Lists       []list
}

// pageOverview is the row of one implementation.
type pageOverview struct {
	overview
	Methods        []string
	Module, Origin string
}

// pageGroup holds the rows of one group of behaviors.
type pageGroup struct {
	Name, About, Count string
	Open               bool
	Rows               []pageRow
}

type pageRow struct {
	conformance.Behavior
	Cells   []pageCell
	Letters []sign // what the letters of an observation mean
}

// pageCell is a symbol with its description for screen readers, and a link to its evidence.
type pageCell struct {
	Symbol string
	Class  string // empty for a pass, because most cells are passes
	Label  string
	Reason string
	URL    string
}

type sign struct{ Symbol, Meaning string }

type pageDifferences struct {
	Title string
	All   []*difference
}

// pageCause is a cause with links to its recordings.
type pageCause struct {
	*cause
	Shown string // the evidence, unless it is that of an earlier cause
	Links []pageLink
}

type pageLink struct{ Text, URL string }

// HTML returns the report as a page that needs no script, no network and no other file. Its links lead to the pages of the
// recordings, which Save writes. The template escapes what programs reported, and control characters are removed.
func (r *Report) HTML() (string, error) { return rendered("report", pageText, r.page()) }

// rendered executes a template and removes control characters.
func rendered(name, text string, data any) (string, error) {
	t, err := template.New(name).Funcs(template.FuncMap{"symbol": func(v conformance.Verdict) string { return symbols[v] }}).Parse(text)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	if err := t.Execute(&out, data); err != nil {
		return "", err
	}
	return plain.Lines(out.String()), nil
}

func (r *Report) page() page {
	m := newMatrix(r.Results)
	hash := sha256.Sum256([]byte(script))
	p := page{
		Report: r, Style: style, Script: script, ScriptHash: "sha256-" + base64.StdEncoding.EncodeToString(hash[:]),
		Overview: r.pageOverviews(), Columns: m.columns, Groups: m.groups(), Signs: m.signs(), Outcomes: m.outcomes(), Causes: r.pageCauses(),
	}
	for _, part := range explainedParts() {
		p.Differences = append(p.Differences, pageDifferences{part.title, grouped(r.Results, part.verdict)})
	}
	p.Lists = []list{{"Cannot be run", r.unavailable()}, {"Verdicts that differ between repetitions", r.differing()}}
	return p
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
			groups = append(groups, pageGroup{Name: b.Group(), About: about[b.Group()], Open: len(m.rows) <= mostOpen})
		}
		row := pageRow{Behavior: b}
		for n, value := range m.values[id] {
			row.Letters = append(row.Letters, sign{letter(n), value})
		}
		for _, c := range m.columns {
			for _, method := range c.methods {
				row.Cells = append(row.Cells, m.pageCell(conformance.CellKey{Implementation: c.id, Method: method, Behavior: id}))
			}
		}
		rows := &groups[len(groups)-1].Rows
		*rows = append(*rows, row)
	}
	for n := range groups {
		groups[n].count(m)
	}
	return groups
}

// count describes the results of a group. A group with unexpected results is not folded.
func (g *pageGroup) count(m matrix) {
	unexpected, known := 0, 0
	for _, row := range g.Rows {
		for _, c := range m.columns {
			for _, method := range c.methods {
				switch result := m.results[conformance.CellKey{Implementation: c.id, Method: method, Behavior: row.ID}]; {
				case isUnexpected(result):
					unexpected++
				case result.Verdict == conformance.Known:
					known++
				}
			}
		}
	}
	g.Count = plural(len(g.Rows), "behavior")
	if unexpected > 0 {
		g.Count += fmt.Sprintf(", %d unexpected", unexpected)
		g.Open = true
	}
	if known > 0 {
		g.Count += fmt.Sprintf(", %d known", known)
	}
}

func (m matrix) pageCell(key conformance.CellKey) pageCell {
	result, shown := m.results[key]
	if !shown {
		return pageCell{}
	}
	cell := pageCell{Symbol: m.cells[key], Class: string(result.Verdict), Label: string(result.Verdict), Reason: result.Reason}
	if result.Verdict == conformance.Pass {
		cell.Class = ""
	}
	if isObserved(result) {
		cell.Class, cell.Label = observedClass, observedClass+": "+result.Observed
	}
	if url := pageURL(result.Recording); url != "" {
		cell.URL = url + "#" + result.Behavior
	}
	return cell
}

// observedClass is the class of cells that show a letter.
const observedClass = "observed"

// outcomes returns the classes by which cells can be filtered.
func (m matrix) outcomes() []string {
	var outcomes []string
	for _, verdict := range m.verdicts() {
		outcomes = append(outcomes, string(verdict))
	}
	if len(m.values) > 0 {
		outcomes = append(outcomes, observedClass)
	}
	return outcomes
}

func (r *Report) pageOverviews() []pageOverview {
	var all []pageOverview
	for _, o := range r.overviews() {
		one := pageOverview{overview: o}
		if i, found := r.Implementation(o.ID); found {
			one.Methods, one.Module, one.Origin = i.Methods, i.ModuleTitle(), i.Origin
		}
		all = append(all, one)
	}
	return all
}

// pageCauses returns the causes of unexpected results. Equal evidence is shown once.
func (r *Report) pageCauses() []pageCause {
	var all []pageCause
	printed := map[string]bool{}
	for _, c := range causes(r.Results) {
		one := pageCause{cause: c}
		if text := strings.Join(c.Evidence(), "\n"); !printed[text] && len(printed) < mostEvidence {
			printed[text] = true
			one.Shown = text
		}
		for n, where := range c.Where {
			if n == mostLinks {
				break
			}
			if url := pageURL(where.Recording); url != "" {
				one.Links = append(one.Links, pageLink{where.Implementation + ", " + where.Method, url + "#" + c.Results[0].Behavior})
			}
		}
		all = append(all, one)
	}
	return all
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

// ID returns the ID of a column's implementation.
func (c column) ID() string { return c.id }

// Lines returns the ID of a column in parts, because it is too long for one line above a few symbols.
func (c column) Lines() []string { return strings.SplitAfter(c.id, "-") }

// Link returns the URL of a difference if a browser can open it, or "".
func (d *difference) Link() string { return webURL(d.URL) }

// webURL returns the URL if it leads to a web page, or "".
func webURL(url string) string {
	if strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://") {
		return url
	}
	return ""
}
