package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/internal/plain"
)

// mostDetailed is how many unexpected results are shown with evidence. The results have all of it.
const mostDetailed = 10

// Text writes the report for a terminal with the given width: the matrix, the observations, the known differences, every
// unexpected result with evidence, and the verdict.
func (r *Report) Text(out io.Writer, width int, color bool) {
	paint := uncolored
	if color {
		text.EnableColors()
		paint = colored
	}
	m := newMatrix(r.Results)
	for _, t := range m.tables(width, paint) {
		fmt.Fprintln(out, t.Render())
	}
	fmt.Fprintln(out, m.legend("blank:"))
	section(out, "Observed", m.observed())
	section(out, "Known differences, seen", differences(r.Results, conformance.Known))
	section(out, "Known differences, gone", differences(r.Results, conformance.Fixed))
	section(out, "Absent", differences(r.Results, conformance.Absent))
	section(out, "Cannot be run", r.unavailable())
	section(out, "Verdicts that differ between repetitions", r.differing())
	section(out, "Unexpected", r.unexpectedLines())
	fmt.Fprintf(out, "\n%s\n", plain.Line(r.Sentence))
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
		add(&groups[n].Where, result.Implementation+" "+result.Method)
		add(&groups[n].Behaviors, result.Behavior)
	}
	return groups
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

func (r *Report) unexpectedLines() []string {
	var lines []string
	detailed := 0
	for _, result := range r.Results {
		if !result.Verdict.Unexpected() && result.Verdict != conformance.Error {
			continue
		}
		lines = append(lines, fmt.Sprintf("%s %s: %s, %s: %s: %s", symbols[result.Verdict], result.Behavior,
			result.Implementation, result.Method, result.Verdict, result.Reason))
		if detailed++; detailed > mostDetailed {
			continue
		}
		if b, found := conformance.Find(result.Behavior); found {
			lines = append(lines, "    "+b.Statement)
		}
		for _, evidence := range result.Evidence {
			for line := range strings.Lines(evidence) {
				lines = append(lines, "    | "+strings.TrimRight(line, "\n"))
			}
		}
		if result.Recording != "" {
			lines = append(lines, "    recording: "+result.Recording)
		}
	}
	if detailed > mostDetailed {
		lines = append(lines, fmt.Sprintf("the evidence of %d more is in the results; run with --output to keep them", detailed-mostDetailed))
	}
	return lines
}
