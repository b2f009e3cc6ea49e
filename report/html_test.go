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

func htmlOf(g Gomega, r *report.Report) string {
	text, err := r.HTML()
	g.Expect(err).NotTo(HaveOccurred())
	return text
}

// elements are the page's elements with their attributes. The page is written so that it is XML as well, whose reader
// takes nothing that is not well-formed.
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

// skeleton is what of the page is markup.
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

// A page works offline and runs nothing: it asks for no other file, and its links lead to sources and recordings.
func TestPageStandsAlone(t *testing.T) {
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

// Each result of the matrix says its verdict to whoever points at it or has it read aloud, and the letters are explained.
func TestPageSaysItsVerdicts(t *testing.T) {
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

// spoil adds a text to every text of a report that comes from a program, its driver, a file's name, or a file of others.
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
			ours := []string{"Behavior", "Group", "Origin"} // which are words of this program's, as verdicts and levels are
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

// Whatever stands in a report is text for every reader of it: it makes no element, no attribute and no control sequence.
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
			obeyed := r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029')
			g.Expect(obeyed).To(BeFalse(), "%q", r)
		}
		g.Expect(out).To(ContainSubstring("唱歌"))
	}
	g.Expect(html + markdown).NotTo(ContainSubstring("<script"))
	wellFormed(g, markdown)
}

// A link of a file of others leads to a page, or is none.
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

func TestPageOfNothingAndOfTooMuch(t *testing.T) {
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
