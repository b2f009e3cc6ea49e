package report

import (
	"fmt"
	"html"
	"strings"

	"github.com/singdance/singdance/internal/plain"
)

// maxMarkdown is the largest summary in bytes. GitHub drops a step summary of more than 1 MiB completely.
const maxMarkdown = 1 << 20

// Markdown returns the report for a job summary or a pull request. It is cut at the end if it is too long for one.
func (r *Report) Markdown() string {
	m := newMatrix(r.Results)
	var head strings.Builder
	for _, t := range m.tables(1<<20, placed) {
		fmt.Fprintln(&head, t.RenderMarkdown())
	}
	fmt.Fprintf(&head, "\n%s\n", strings.ReplaceAll(html.EscapeString(m.legend(placeholder)), "\n", "  \n"))
	s := summary{}
	s.add(fmt.Sprintf("## singdance: %s\n\n%s\n\n%s, singdance %s\n\n", r.Verdict,
		escape(r.Sentence), escape(r.System), escape(r.Suite)))
	s.add(head.String())
	s.section("Observed", m.observed())
	for _, list := range r.explained() {
		s.section(list.Title, list.Lines)
	}
	s.section("Verdicts that differ between repetitions", r.differing())
	s.section("Unexpected", r.unexpectedLines())
	return s.text()
}

// escape makes a line harmless in Markdown and HTML.
func escape(line string) string { return html.EscapeString(plain.Line(line)) }

// summary is a Markdown text of limited size.
type summary struct {
	out strings.Builder
	cut bool
}

const cutNote = "\nThe rest is in the results.\n"

// add appends a complete block. Once a block does not fit, it drops that block and all later ones.
func (s *summary) add(block string) bool {
	s.cut = s.cut || s.out.Len()+len(block)+len(cutNote) > maxMarkdown
	if !s.cut {
		s.out.WriteString(block)
	}
	return !s.cut
}

// section appends as many lines as fit below a title. They are preformatted and escaped, because programs printed them.
func (s *summary) section(title string, lines []string) {
	if len(lines) == 0 || s.cut {
		return
	}
	before, after := "\n### "+title+"\n\n<pre>\n", "</pre>\n"
	room := maxMarkdown - len(cutNote) - s.out.Len() - len(before) - len(after)
	var body strings.Builder
	all := true
	for _, line := range lines {
		line = escape(line) + "\n"
		if all = body.Len()+len(line) <= room; !all {
			break
		}
		body.WriteString(line)
	}
	if body.Len() > 0 {
		s.add(before + body.String() + after)
	}
	s.cut = s.cut || !all
}

func (s *summary) text() string {
	if s.cut {
		return s.out.String() + cutNote
	}
	return s.out.String()
}
