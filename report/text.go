package report

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/internal/plain"
)

// Limits of the short report. Everything else is in the matrix, in the details, or in the results.
const (
	mostCauses   = 8 // causes of unexpected results
	mostDetailed = 2 // causes that are shown with evidence
	mostKnown    = 9 // known differences
)

// TextOptions says what the report for a terminal shows.
type TextOptions struct {
	Width   int    // of the terminal, in columns
	Color   bool   // whether the terminal shows colors
	Matrix  string // MatrixNone, MatrixDifferent or MatrixAll
	Details bool   // show every result that is not a pass, with all evidence
	Folder  string // where the report was written; empty if it was not
	Kept    bool   // the recordings exist already, so a hint how to keep them is useless
}

// The values of TextOptions.Matrix.
const (
	MatrixNone      = ""          // no matrix
	MatrixDifferent = "different" // the rows whose cells differ
	MatrixAll       = "all"       // all rows
)

// Text writes the report for a terminal: a table of implementations, the unexpected results by cause, the known differences
// by cause, and the verdict.
func (r *Report) Text(out io.Writer, o TextOptions) {
	paint := uncolored
	if o.Color {
		text.EnableColors()
		paint = colored
	}
	if o.Matrix != MatrixNone {
		r.writeMatrix(out, o, paint)
	}
	if rows := r.overviews(); len(rows) > 0 {
		fmt.Fprintln(out, overviewTable(rows, o.Width, paint))
	}
	section(out, "Verdicts that differ between repetitions", r.differing())
	r.writeCauses(out, o)
	if o.Details {
		for _, list := range r.explained() {
			section(out, list.Title, list.Lines)
		}
	} else {
		r.writeKnown(out, o)
	}
	fmt.Fprintf(out, "\n%s\n", plain.Line(r.Sentence))
	for _, line := range r.closing(o) {
		fmt.Fprintln(out, line)
	}
}

// closing says how long the run took, where the report is, and what shows more.
func (r *Report) closing(o TextOptions) []string {
	took := fmt.Sprintf("%.0f s", r.Seconds)
	if o.Folder != "" {
		took += ", report: " + plain.Line(filepath.Join(o.Folder, Page))
	}
	lines := []string{took}
	var more []string
	if o.Matrix == MatrixNone {
		more = append(more, "--matrix prints every behavior")
	}
	if !o.Details {
		more = append(more, "--details prints all evidence and reasons")
	}
	if c := r.Count(); o.Folder == "" && !o.Kept && c.Unexpected+c.Error+c.Known > 0 {
		more = append(more, "--output FOLDER keeps the report and the recordings")
	}
	if len(more) > 0 {
		lines = append(lines, strings.Join(more, "; "))
	}
	return lines
}

func (r *Report) writeMatrix(out io.Writer, o TextOptions, paint painter) {
	m := newMatrix(r.Results)
	hidden := 0
	if o.Matrix == MatrixDifferent {
		hidden = m.keepDifferent()
	}
	for _, t := range m.tables(o.Width, paint) {
		fmt.Fprintln(out, t.Render())
	}
	if hidden > 0 {
		fmt.Fprintf(out, "%s with the same result everywhere not shown; --matrix=all shows them\n", plural(hidden, "behavior"))
	}
	fmt.Fprintln(out, m.legend("blank:"))
	section(out, "Observed", m.observed())
	fmt.Fprintln(out)
}

// writeCauses writes the unexpected results by cause, the first ones with evidence.
func (r *Report) writeCauses(out io.Writer, o TextOptions) {
	all := causes(r.Results)
	if len(all) == 0 {
		return
	}
	results := 0
	for _, c := range all {
		results += c.Count
	}
	fmt.Fprintf(out, "\nUnexpected: %s of %s\n", plural(results, "result"), plural(len(all), "cause"))
	var printed []string // evidence that stands above is not repeated
	for n, c := range all {
		if n == mostCauses && !o.Details {
			fmt.Fprintf(out, "\n… and %s; --details shows all\n", plural(len(all)-n, "more cause"))
			break
		}
		fmt.Fprintf(out, "\n%s\n", plain.Line(c.Title()))
		evidence, recordings := c.Evidence(), c.Recordings()
		if !o.Details {
			evidence, recordings = condensed(evidence), recordings[:min(len(recordings), mostFailures)]
		}
		if text := strings.Join(evidence, "\n"); n >= mostDetailed && !o.Details || slices.Contains(printed, text) {
			evidence = nil
		} else {
			printed = append(printed, text)
		}
		for m := range recordings {
			recordings[m] = filepath.Join(o.Folder, filepath.FromSlash(recordings[m]))
		}
		for _, line := range c.details(evidence, recordings) {
			fmt.Fprintln(out, plain.Line(line))
		}
	}
}

// mostOfSection is how many lines of each section of evidence the short report shows: the first and the last ones.
var mostOfSection = map[string][2]int{
	"processes:":                 {10, 2},
	"timeline, in milliseconds:": {6, 10},
	"stdout:":                    {0, 0},
	"stderr:":                    {0, 6},
}

// condensed returns the evidence with the middle of long sections left out. A section begins with a line that is not
// indented.
func condensed(evidence []string) []string {
	var lines []string
	for first := 0; first < len(evidence); {
		last := first + 1
		for last < len(evidence) && strings.HasPrefix(evidence[last], " ") {
			last++
		}
		section := evidence[first+1 : last]
		if most, limited := mostOfSection[evidence[first]]; !limited || len(section) <= most[0]+most[1]+1 {
			lines = append(lines, evidence[first:last]...)
		} else if most != [2]int{} {
			lines = append(append(lines, evidence[first]), section[:most[0]]...)
			lines = append(lines, fmt.Sprintf("  … %d more lines", len(section)-most[0]-most[1]))
			lines = append(lines, section[len(section)-most[1]:]...)
		}
		first = last
	}
	return lines
}

// writeKnown writes one line for each known difference, and the number of other results that need no attention.
func (r *Report) writeKnown(out io.Writer, o TextOptions) {
	for _, part := range knownParts() {
		all := grouped(r.Results, part.verdict)
		if len(all) == 0 {
			continue
		}
		slices.SortStableFunc(all, func(a, b *difference) int { return b.Count - a.Count })
		fmt.Fprintf(out, "\n%s, by cause\n", part.title)
		for n, d := range all {
			if n == mostKnown && len(all) > mostKnown+1 {
				fmt.Fprintf(out, "  … and %d more; --details shows all, with reasons\n", len(all)-n)
				break
			}
			fmt.Fprintln(out, fit("  "+differenceLine(d), o.Width))
		}
	}
	if n := len(r.unavailable()); n > 0 {
		fmt.Fprintf(out, "\n%s found that cannot be run; --details shows the reasons\n", plural(n, "more implementation"))
	}
}

func section(out io.Writer, title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintf(out, "\n%s\n", title)
	for _, line := range lines {
		fmt.Fprintln(out, "  "+plain.Line(line))
	}
}

// observed explains the letters of the observations.
func (m matrix) observed() []string {
	var lines []string
	for _, id := range m.rows {
		if values := m.values[id]; len(values) > 0 {
			var parts []string
			for n, value := range values {
				parts = append(parts, letter(n)+" = "+value)
			}
			lines = append(lines, id+": "+strings.Join(parts, "; "))
		}
	}
	return lines
}

// difference is a set of results with the same verdict and reason.
type difference struct {
	Reason, URL string
	Where       []string // implementations and methods
	Behaviors   []string
	Count       int // of results
}

// grouped returns the results with a verdict, grouped by reason.
func grouped(results []conformance.Result, verdict conformance.Verdict) []*difference {
	var groups []*difference
	for _, result := range results {
		if result.Verdict != verdict {
			continue
		}
		n := slices.IndexFunc(groups, func(d *difference) bool { return d.Reason == result.Reason && d.URL == result.URL })
		if n < 0 {
			n = len(groups)
			groups = append(groups, &difference{Reason: result.Reason, URL: result.URL})
		}
		groups[n].Count++
		add(&groups[n].Where, result.Implementation+" "+result.Method)
		add(&groups[n].Behaviors, result.Behavior)
	}
	return groups
}

// part is a part of a report that is about one verdict.
type part struct {
	title   string
	verdict conformance.Verdict
}

// knownParts are the parts of a short report about known differences.
func knownParts() []part {
	return []part{{"Known differences", conformance.Known}, {"Known differences that are gone", conformance.Fixed}}
}

// explainedParts are the parts of a whole report about what is explained.
func explainedParts() []part {
	return []part{
		{"Known differences, seen", conformance.Known}, {"Known differences, gone", conformance.Fixed}, {"Absent", conformance.Absent},
	}
}

// list is a part of a report in lines.
type list struct {
	Title string
	Lines []string
}

// explained returns everything that is neither a pass nor unexpected, with its reasons.
func (r *Report) explained() []list {
	var lists []list
	for _, p := range explainedParts() {
		lists = append(lists, list{p.title, differences(r.Results, p.verdict)})
	}
	return append(lists, list{"Cannot be run", r.unavailable()})
}

// differences returns the results with a verdict as lines.
func differences(results []conformance.Result, verdict conformance.Verdict) []string {
	var lines []string
	for _, d := range grouped(results, verdict) {
		lines = append(lines, strings.Join(d.Behaviors, ", ")+": "+strings.Join(d.Where, ", "), "  "+d.Reason)
		if d.URL != "" {
			lines = append(lines, "  "+d.URL)
		}
	}
	return lines
}

func add(list *[]string, text string) {
	if !slices.Contains(*list, text) {
		*list = append(*list, text)
	}
}

// differing returns the results whose repetitions differ, with the number of each verdict.
func (r *Report) differing() []string {
	var lines []string
	for _, result := range r.Results {
		var parts []string
		for _, verdict := range conformance.Verdicts() {
			if n := result.Differs[verdict]; n > 0 {
				parts = append(parts, fmt.Sprintf("%d × %s", n, verdict))
			}
		}
		if len(parts) > 0 {
			lines = append(lines, fmt.Sprintf("%s: %s, %s: %s", result.Behavior, result.Implementation, result.Method, strings.Join(parts, ", ")))
		}
	}
	return lines
}

// unavailable returns what was found and cannot be run, with the reasons.
func (r *Report) unavailable() []string {
	var lines []string
	for _, i := range r.Implementations {
		if i.Unavailable != "" {
			lines = append(lines, i.Name()+": "+i.Unavailable)
		}
	}
	return lines
}

// unexpectedLines returns all causes of unexpected results with their evidence.
func (r *Report) unexpectedLines() []string {
	var lines []string
	for _, c := range causes(r.Results) {
		lines = append(append(lines, c.Title()), c.details(c.Evidence(), c.Recordings())...)
	}
	return lines
}
