package report_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"html/template"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/report"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares a text with its golden file. Statements of behaviors are replaced, so that a reworded statement does not
// change the golden files.
func golden(t *testing.T, name, got string) {
	t.Helper()
	for _, b := range conformance.All() {
		for _, statement := range []string{b.Statement, template.HTMLEscapeString(b.Statement)} {
			got = strings.ReplaceAll(got, statement, "(the statement of "+b.ID+")")
		}
	}
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	expected, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	// A checkout may have changed the line endings.
	NewWithT(t).Expect(got).To(Equal(strings.ReplaceAll(string(expected), "\r\n", "\n")), "%s; run with -update to rewrite it", path)
}

// render returns a report as text with everything in it.
func render(r *report.Report, width int) string {
	return short(r, report.TextOptions{Width: width, Matrix: report.MatrixAll, Details: true, Folder: "results"})
}

func short(r *report.Report, o report.TextOptions) string {
	var out bytes.Buffer
	r.Text(&out, o)
	return out.String()
}

func TestGoldenText(t *testing.T) {
	golden(t, "text-80", render(sample(), 80))
	golden(t, "text-160", render(sample(), 160))
	golden(t, "short-60", short(sample(), report.TextOptions{Width: 60}))
	golden(t, "short-100", short(sample(), report.TextOptions{Width: 100, Folder: "results"}))
	golden(t, "different-100", short(sample(), report.TextOptions{Width: 100, Matrix: report.MatrixDifferent, Kept: true}))
}

func TestGoldenMarkdown(t *testing.T) { golden(t, "matrix.md", sample().Markdown()) }

func TestGoldenHTML(t *testing.T) {
	for name, text := range pages(t, sample(), recording()) {
		text = embedded.ReplaceAllString(text, "$1$3…$2$4")
		text = level.ReplaceAllString(source.ReplaceAllString(text, ""), "$1(the level): ")
		for _, group := range conformance.Groups() {
			text = strings.ReplaceAll(text, "</h3>: "+template.HTMLEscapeString(group.Title), "</h3>: (the title)")
		}
		golden(t, path.Base(name), text)
	}
}

// What changes with the style, the script, and the levels and sources of behaviors is not in the golden files.
var (
	embedded = regexp.MustCompile(`(?s)(<style>).*?(</style>)|(<script>).*?(</script>)|sha256-[^']*`)
	source   = regexp.MustCompile(` ?(<li>)?<a href="https://[^"]*">[^<]*</a>(</li>)?`)
	level    = regexp.MustCompile(`(<dd>|<p>)(core|extended|observation): `)
)

func TestGoldenResults(t *testing.T) {
	text, err := json.MarshalIndent(sample(), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "results.json", string(text)+"\n")
}

// The matrix fits the terminal if the widest implementation does.
func TestWidth(t *testing.T) {
	g := NewWithT(t)
	r := sample()
	r.Results = r.Results[:len(r.Results)-1] // without the very long ID
	for _, width := range []int{60, 80, 100, 160} {
		for line := range strings.Lines(render(r, width)) {
			if strings.ContainsAny(line, "│┌├└") {
				g.Expect(text.StringWidthWithoutEscSequences(strings.TrimRight(line, "\n"))).To(BeNumerically("<=", width), "%d: %s", width, line)
			}
		}
	}
}

func TestColors(t *testing.T) {
	g := NewWithT(t)
	var out bytes.Buffer
	sample().Text(&out, report.TextOptions{Width: 80, Color: true, Matrix: report.MatrixAll, Details: true, Folder: "results"})
	g.Expect(out.String()).To(ContainSubstring("\x1b["))
	g.Expect(text.StripEscape(out.String())).To(Equal(render(sample(), 80)))
}

// wellFormed checks that every preformatted block of a Markdown text is closed and that there is no other HTML.
func wellFormed(g Gomega, markdown string) {
	open := false
	for line := range strings.Lines(markdown) {
		line = strings.TrimRight(line, "\n")
		switch line {
		case "<pre>":
			g.Expect(open).To(BeFalse())
			open = true
		case "</pre>":
			g.Expect(open).To(BeTrue())
			open = false
		default:
			g.Expect(strings.ReplaceAll(line, "<br/>", "")).NotTo(ContainSubstring("<"))
		}
	}
	g.Expect(open).To(BeFalse())
	g.Expect(markdown).To(HaveSuffix("\n"))
}

func TestMarkdownIsCutOff(t *testing.T) {
	const most = 1 << 20
	long := strings.Repeat("<唱&", 1000)
	for name, spoil := range map[string]func(r *report.Report){
		"evidence": func(r *report.Report) {
			for n := range r.Results {
				r.Results[n].Verdict, r.Results[n].Reason = conformance.Fail, "it failed"
				for range 300 {
					r.Results[n].Evidence = append(r.Results[n].Evidence, long)
				}
			}
		},
		"a single line": func(r *report.Report) {
			r.Results[0].Verdict, r.Results[0].Reason = conformance.Fail, strings.Repeat(long, 1000)
		},
		"observations": func(r *report.Report) {
			for n := range r.Results {
				r.Results[n].Level, r.Results[n].Verdict, r.Results[n].Observed = conformance.Observation, conformance.Pass, strings.Repeat(long, n*20)
			}
		},
		"the matrix": func(r *report.Report) { r.Results[0].Implementation = strings.Repeat("very-long", most/8) },
		"the first":  func(r *report.Report) { r.System = strings.Repeat(long, 1000) },
	} {
		t.Run(name, func(t *testing.T) {
			g := NewWithT(t)
			r := sample()
			spoil(r)
			out := r.Markdown()
			g.Expect(len(out)).To(BeNumerically("<=", most))
			g.Expect(strings.HasSuffix(out, "\nThe rest is in the results.\n")).To(BeTrue())
			wellFormed(g, out)
		})
	}
}
