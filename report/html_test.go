package report_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/report"
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

// The page loads no other file and runs no script. Its links lead to sources and recordings.
func TestPageIsSelfContained(t *testing.T) {
	g := NewWithT(t)
	text := htmlOf(g, sample())
	for _, e := range elements(g, text) {
		g.Expect(e.Name.Local).NotTo(BeElementOf("script", "link", "img", "iframe", "object", "embed", "form", "base", "svg"))
		for _, a := range e.Attr {
			g.Expect(a.Name.Local).NotTo(HavePrefix("on"))
			g.Expect(a.Name.Local).NotTo(BeElementOf("src", "srcset", "style", "action"))
			if a.Name.Local == "href" {
				g.Expect(a.Value).To(MatchRegexp(`^(https?://|\./recordings/)`))
			}
		}
	}
	g.Expect(text).NotTo(MatchRegexp(`url\(|@import`))
	g.Expect(text).To(ContainSubstring("prefers-color-scheme: dark"))
}

// Each result of the matrix has its verdict as tooltip and as label for screen readers, and the letters are explained.
func TestPageLabels(t *testing.T) {
	g := NewWithT(t)
	r := sample()
	var titles, labels []string
	all := elements(g, htmlOf(g, r))
	for n, e := range all {
		if e.Name.Local == "td" && len(e.Attr) == 2 {
			titles = append(titles, e.Attr[1].Value)
			labels = append(labels, all[n+1].Attr[1].Value)
		}
	}
	g.Expect(labels).To(Equal(titles))
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
		g.Expect(titles).To(ContainElement(HavePrefix(verdict)))
	}
	g.Expect(titles).To(HaveLen(shown))
	g.Expect(htmlOf(g, r)).To(ContainSubstring("<dt>mainmodule-body-runs</dt>\n<dd><b>a</b> <bdi>3 times</bdi>"))
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
	case reflect.String:
		if value.Type() == reflect.TypeFor[string]() && value.String() != "" {
			value.SetString(value.String() + text)
		}
	}
}

// Texts in a report never become elements, attributes or control sequences.
func TestHostileTexts(t *testing.T) {
	g := NewWithT(t)
	rendered := func(text string) (html, markdown, terminal string) {
		r := sample()
		spoil(reflect.ValueOf(r), text)
		return htmlOf(g, r), r.Markdown(), render(r, 80)
	}
	html, markdown, terminal := rendered(nasty)
	harmless, _, _ := rendered(" harmless")
	g.Expect(skeleton(g, html)).To(Equal(skeleton(g, harmless)))
	for _, out := range []string{html, markdown, terminal} {
		for _, r := range out {
			control := r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029')
			g.Expect(control).To(BeFalse(), "%q", r)
		}
		g.Expect(out).To(ContainSubstring("唱歌"))
	}
	g.Expect(html + markdown).NotTo(ContainSubstring("<script"))
	wellFormed(g, markdown)
}

// A URL from a file becomes a link only if it is an HTTPS URL or a relative path.
func TestPageLinks(t *testing.T) {
	g := NewWithT(t)
	r := sample()
	for n := range r.Results {
		r.Results[n].URL, r.Results[n].Recording = "javascript:alert(1)", "javascript:alert(2)"
	}
	for _, e := range elements(g, htmlOf(g, r)) {
		for _, a := range e.Attr {
			if a.Name.Local == "href" {
				g.Expect(a.Value).To(MatchRegexp(`^(https://|\./)`))
			}
		}
	}
}

func TestPageOfEmptyAndLargeReports(t *testing.T) {
	g := NewWithT(t)
	empty := &report.Report{}
	empty.Conclude()
	g.Expect(htmlOf(g, empty)).To(ContainSubstring("nothing was judged"))

	r := sample()
	r.Results = nil
	for n := range 300 {
		r.Results = append(r.Results, conformance.Result{
			Behavior: "args-none-received", Implementation: fmt.Sprint("i", n), Method: "spawn", Verdict: conformance.Fail, Reason: "why",
			Evidence: []string{"this is why"},
		})
	}
	text := htmlOf(g, r)
	g.Expect(strings.Count(text, "this is why")).To(Equal(200))
	g.Expect(strings.Count(text, "Its evidence is in results.json.")).To(Equal(100))
	elements(g, text)
}
