package report

import (
	"errors"
	"fmt"
	"html"
	"os"
	"strings"
)

// maxMarkdown is the largest summary, in bytes: GitHub drops a step's summary of more than 1 MiB whole.
const maxMarkdown = 1 << 20

// Markdown is the report for a job summary or a pull request.
func (r *Report) Markdown() string {
	m := newMatrix(r.Results)
	var out strings.Builder
	fmt.Fprintf(&out, "## singdance: %s\n\n%s\n\n%s, singdance %s\n\n", r.Verdict, html.EscapeString(r.Sentence), html.EscapeString(r.System), r.Suite)
	for _, t := range m.tables(1<<20, plain) {
		fmt.Fprintln(&out, t.RenderMarkdown())
	}
	fmt.Fprintf(&out, "\n%s\n", strings.ReplaceAll(m.legend(), "\n", "  \n"))
	for _, part := range []struct {
		title string
		lines []string
	}{
		{"Observed", m.observed()},
		{"Known differences, seen", differences(r.Results, "known")},
		{"Known differences, gone", differences(r.Results, "fixed")},
		{"Absent", differences(r.Results, "absent")},
		{"Not performed on", r.unavailable()},
		{"Unexpected", r.unexpectedLines()},
	} {
		if len(part.lines) > 0 {
			// Preformatted and escaped: what a program has printed is never markup.
			fmt.Fprintf(&out, "\n### %s\n\n<pre>\n%s\n</pre>\n", part.title, html.EscapeString(strings.Join(part.lines, "\n")))
		}
	}
	if out.Len() > maxMarkdown {
		const note = "\n</pre>\n\nThe rest is in the results.\n"
		return strings.ToValidUTF8(out.String()[:maxMarkdown-len(note)], "") + note
	}
	return out.String()
}

// AppendSummary appends the report to a file of a CI system (GITHUB_STEP_SUMMARY); an empty path is none.
func (r *Report) AppendSummary(path string) error {
	if path == "" {
		return nil
	}
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("the job summary cannot be written: %w", err)
	}
	_, err = file.WriteString(r.Markdown())
	return errors.Join(err, file.Close())
}
