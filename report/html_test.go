package report_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

// htmlOf returns a report as HTML.
func htmlOf(g Gomega, r *report.Report) string {
	text, err := r.HTML()
	g.Expect(err).NotTo(HaveOccurred())
	return text
}

// elements returns the elements of a page with their attributes. The page is also XML, so the strict XML decoder checks that it
// is well-formed.
func elements(g Gomega, text string) []xml.StartElement {
	var all []xml.StartElement
	decoder := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		g.Expect(err).NotTo(HaveOccurred())
		if start, is := token.(xml.StartElement); is {
			all = append(all, start.Copy())
		}
	}
}

// skeleton returns the markup of a page: the names of elements and attributes.
func skeleton(g Gomega, text string) []string {
	var all []string
	for _, e := range elements(g, text) {
		line := e.Name.Local
		for _, a := range e.Attr {
			line += " " + a.Name.Local
		}
		all = append(all, line)
	}
	return all
}

// The pages load no other file, and run no script except the one whose hash is in the page. Their links lead to sources,
// recordings and parts of the pages.
func TestPagesAreSelfContained(t *testing.T) {
	g := NewWithT(t)
	for name, text := range pages(t, sample(), recording()) {
		scripts := 0
		for _, e := range elements(g, text) {
			g.Expect(e.Name.Local).NotTo(BeElementOf("link", "img", "iframe", "object", "embed", "form", "base"))
			if e.Name.Local == "script" {
				scripts++
				g.Expect(e.Attr).To(BeEmpty())
			}
			for _, a := range e.Attr {
				g.Expect(a.Name.Local).NotTo(HavePrefix("on"))
				g.Expect(a.Name.Local).NotTo(BeElementOf("src", "srcset", "style", "action"))
				if a.Name.Local == "href" {
					g.Expect(a.Value).To(MatchRegexp(`^(https?://|recordings/|\./sing-dance\.json|(\.\./\.\./\.\./report\.html)?#[a-z0-9-]+$|\.\./\.\./\.\./report\.html$)`), name)
				}
			}
		}
		g.Expect(text).NotTo(MatchRegexp(`url\(|@import`))
		g.Expect(text).To(ContainSubstring("prefers-color-scheme: dark"))
		g.Expect(text).To(ContainSubstring("default-src 'none'"))
		if name == report.Page {
			code := regexp.MustCompile(`(?s)<script>(.*)</script>`).FindStringSubmatch(text)[1]
			hash := sha256.Sum256([]byte(code))
			g.Expect(html.UnescapeString(text)).To(ContainSubstring("script-src 'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'"))
			g.Expect(scripts).To(Equal(1))
		} else {
			g.Expect(scripts).To(BeZero())
			g.Expect(text).NotTo(ContainSubstring("script-src"))
		}
	}
}

// Each ID of a page is unique, so that a permalink leads to one place. Each link within the pages leads to an ID.
func TestPageIDs(t *testing.T) {
	g := NewWithT(t)
	all := pages(t, sample(), recording())
	ids := map[string]map[string]bool{}
	for name, text := range all {
		ids[name] = map[string]bool{}
		for _, id := range attributes(g, text, "id") {
			g.Expect(ids[name]).NotTo(HaveKey(id), name)
			ids[name][id] = true
		}
	}
	for name, text := range all {
		for _, link := range attributes(g, text, "href") {
			file, id, found := strings.Cut(link, "#")
			if !found || strings.HasPrefix(link, "https:") {
				continue
			}
			if file = path.Join(path.Dir(name), file); strings.HasSuffix(link, name) || strings.HasPrefix(link, "#") {
				file = name
			}
			g.Expect(ids[file]).To(HaveKey(id), "%s: %s", name, link)
		}
	}
}

// attributes returns the values of an attribute.
func attributes(g Gomega, text, name string) []string {
	var all []string
	for _, e := range elements(g, text) {
		for _, a := range e.Attr {
			if a.Name.Local == name {
				all = append(all, a.Value)
			}
		}
	}
	return all
}

// pages saves a report with a recording, and returns its pages by name.
func pages(t *testing.T, r *report.Report, recording *stage.Recording) map[string]string {
	t.Helper()
	g := NewWithT(t)
	folder := t.TempDir()
	if recording != nil {
		g.Expect(recording.Save(filepath.Join(folder, recordingFile))).To(Succeed())
	}
	g.Expect(r.Save(folder)).To(Succeed())
	all := map[string]string{}
	g.Expect(filepath.WalkDir(folder, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(file) != ".html" {
			return err
		}
		text, err := os.ReadFile(file)
		name, _ := filepath.Rel(folder, file)
		all[filepath.ToSlash(name)] = string(text)
		return err
	})).To(Succeed())
	return all
}

// Each result of the matrix has its verdict as label for screen readers, and the letters are explained.
func TestPageLabels(t *testing.T) {
	g := NewWithT(t)
	r := sample()
	var labels []string
	all := elements(g, htmlOf(g, r))
	for n, e := range all {
		if e.Name.Local == "td" && (all[n+1].Name.Local == "a" || all[n+1].Name.Local == "span") {
			labels = append(labels, attribute(all[n+1], "aria-label"))
		}
	}
	shown := 0
	for _, result := range r.Results {
		if strings.HasPrefix(result.Reason, "not selected") {
			continue
		}
		shown++
		verdict := string(result.Verdict)
		if result.Observed != "" {
			verdict = "observed"
		}
		g.Expect(labels).To(ContainElement(HavePrefix(verdict)))
	}
	g.Expect(labels).To(HaveLen(shown))
	g.Expect(htmlOf(g, r)).To(ContainSubstring("<dd><b>a</b> <bdi>3 times</bdi></dd>"))
}

// attribute returns the value of an attribute, or "".
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// A cell leads to what is known of its recording, also if the behavior passed.
func TestCellsLeadToRecordings(t *testing.T) {
	g := NewWithT(t)
	r := sample()
	b, _ := conformance.Find("args-none-received")
	for _, verdict := range []conformance.Verdict{conformance.Pass, conformance.Fail} {
		for n := range r.Results {
			if r.Results[n].Recording != "" {
				r.Results[n].Verdict = verdict
			}
		}
		all := pages(t, r, recording())
		g.Expect(attributes(g, all[report.Page], "href")).To(ContainElement(recordingPage + "#" + b.ID))
		text := all[recordingPage]
		g.Expect(text).To(ContainSubstring(`<article id="` + b.ID + `"`))
		for _, part := range []string{
			html.EscapeString(b.Statement), b.Sources[0].Text, "> " + string(verdict) + "</span>", "<bdi>101 main</bdi>, parent 1: <bdi>exit status 0</bdi>", "<bdi>102 sing</bdi>: <bdi>exit code 0</bdi>",
			"process table at &#34;together&#34;", "singing &lt;b&gt;", "a warning",
		} {
			g.Expect(text).To(ContainSubstring(part))
		}
	}
	// Without the recording, the page has the evidence of the results.
	text := pages(t, sample(), nil)[recordingPage]
	g.Expect(text).To(ContainSubstring("the recording is not in this folder"))
	g.Expect(text).To(ContainSubstring("first process 7: exit status 1"))
}

// A path that leads out of the folder of the recordings gets no page and no link.
func TestPagesStayInFolder(t *testing.T) {
	for _, name := range []string{
		"../x.json", "recordings/../../x.json", "/x.json", "recordings/x", "recordings//x.json", `recordings/a.html`, "results.json", "recordings/../report.json",
	} {
		g := NewWithT(t)
		r := sample()
		for n := range r.Results {
			if r.Results[n].Recording != "" {
				r.Results[n].Recording = name
			}
		}
		all := pages(t, r, nil)
		g.Expect(all).To(HaveLen(1), name)
		g.Expect(attributes(g, all[report.Page], "href")).To(HaveEach(MatchRegexp("^(#|https://)")), name)
	}
}

// spoil appends a text to every text of a report that may come from a program, a driver, a file name or another file.
func spoil(value reflect.Value, text string) {
	switch value.Kind() {
	case reflect.Pointer:
		spoil(value.Elem(), text)
	case reflect.Slice:
		for n := range value.Len() {
			spoil(value.Index(n), text)
		}
	case reflect.Struct:
		for n := range value.NumField() {
			ours := []string{"Behavior", "Group", "Origin"} // always written by singdance, as verdicts and levels are
			if value.Type().Field(n).IsExported() && !slices.Contains(ours, value.Type().Field(n).Name) {
				spoil(value.Field(n), text)
			}
		}
	case reflect.Map:
		for _, key := range value.MapKeys() {
			if one, is := value.MapIndex(key).Interface().(string); is {
				value.SetMapIndex(key, reflect.ValueOf(one+text))
			}
		}
	case reflect.String:
		if value.Type() == reflect.TypeFor[string]() && value.String() != "" {
			value.SetString(value.String() + text)
		}
	}
}

// Texts in a report and in a recording never become elements, attributes or control sequences.
func TestHostileTexts(t *testing.T) {
	g := NewWithT(t)
	rendered := func(text string) (markdown, terminal string, html map[string]string) {
		r, played := hostile(text)
		return r.Markdown(), render(r, 80), pages(t, r, played)
	}
	markdown, terminal, html := rendered(nasty)
	_, _, harmless := rendered(" harmless")
	g.Expect(html).To(HaveLen(2))
	for name, text := range html {
		g.Expect(skeleton(g, text)).To(Equal(skeleton(g, harmless[name])), name)
		g.Expect(strings.Count(text, "<script")).To(Equal(strings.Count(harmless[name], "<script")), name)
	}
	for _, out := range []string{html[report.Page], html[recordingPage], markdown, terminal} {
		for _, r := range out {
			control := r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029')
			g.Expect(control).To(BeFalse(), "%q", r)
		}
		g.Expect(out).To(ContainSubstring("唱歌"))
	}
	g.Expect(markdown).NotTo(ContainSubstring("<script"))
	wellFormed(g, markdown)
}

// hostile returns a report and its recording with a text in each place that a program can fill.
func hostile(text string) (*report.Report, *stage.Recording) {
	r, played := sample(), recording()
	spoil(reflect.ValueOf(r), text)
	spoil(reflect.ValueOf(played), text)
	for n := range r.Results {
		if r.Results[n].Recording != "" {
			r.Results[n].Recording = recordingFile
		}
	}
	return r, played
}

// A URL from a file becomes a link only if it is an HTTPS URL or a relative path.
func TestPageLinks(t *testing.T) {
	g := NewWithT(t)
	r := sample()
	for n := range r.Results {
		r.Results[n].URL, r.Results[n].Recording = "javascript:alert(1)", "javascript:alert(2)"
	}
	for _, link := range attributes(g, htmlOf(g, r), "href") {
		g.Expect(link).To(MatchRegexp(`^(https://|#)`))
	}
	for n := range r.Results {
		r.Results[n].Recording = recordingFile
	}
	for _, link := range attributes(g, pages(t, r, recording())[recordingPage], "href") {
		g.Expect(link).To(MatchRegexp(`^(https://|#|\.\./\.\./\.\./report\.html|\./sing-dance\.json$)`))
	}
}

func TestPageOfEmptyAndLargeReports(t *testing.T) {
	g := NewWithT(t)
	empty := &report.Report{}
	empty.Conclude()
	g.Expect(htmlOf(g, empty)).To(ContainSubstring("nothing was judged"))

	// Equal causes are shown once, and only the first ones have evidence.
	r := sample()
	r.Results = nil
	for n := range 300 {
		word := strings.Repeat("x", n)
		r.Results = append(r.Results, conformance.Result{
			Behavior: "args-none-received", Implementation: fmt.Sprint("i", n), Method: "spawn", Verdict: conformance.Fail, Reason: "why " + word,
			Evidence: []string{"this is why " + word},
		})
	}
	text := htmlOf(g, r)
	g.Expect(strings.Count(text, "this is why")).To(Equal(200))
	g.Expect(strings.Count(text, "Its evidence is above, or in results.json.")).To(Equal(100))
	elements(g, text)
	for n := range r.Results {
		r.Results[n].Reason = "why"
	}
	text = htmlOf(g, r)
	g.Expect(strings.Count(text, "this is why")).To(Equal(1))
	g.Expect(text).To(ContainSubstring("300 results"))
}

// A long recording is shown with its first and last events, and the end of its output.
func TestPageOfLargeRecording(t *testing.T) {
	g := NewWithT(t)
	r := recording()
	for n := range 2000 {
		r.Events = append(r.Events, stage.Event{Event: "more", PID: 1000 + n, PPID: 999 + n, Time: float64(n%7) * 1e300, Data: map[string]any{"text": strings.Repeat("long", 1000)}})
	}
	r.Stdout = "the beginning " + strings.Repeat("唱歌", 100_000) + "the end"
	text := pages(t, sample(), r)[recordingPage]
	elements(g, text)
	g.Expect(len(text)).To(BeNumerically("<", 5<<20))
	g.Expect(strings.Count(text, `<tr id="m`)).To(Equal(1000))
	g.Expect(text).To(ContainSubstring("the end"))
	g.Expect(text).NotTo(ContainSubstring("the beginning"))
}
