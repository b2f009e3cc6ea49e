package site_test

import (
	"html"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	. "github.com/onsi/gomega"

	_ "github.com/singdance/singdance/behaviors" // links every behavior
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/report/site"
)

// data returns the results that the repository holds.
func data(t *testing.T) []site.System {
	t.Helper()
	systems, err := site.Read(filepath.Join("..", "..", "docs", "data"))
	NewWithT(t).Expect(err).NotTo(HaveOccurred())
	return systems
}

// built is the site from the data of the repository.
var built = sync.OnceValues(func() (site.Site, error) {
	systems, err := site.Read(filepath.Join("..", "..", "docs", "data"))
	if err != nil {
		return nil, err
	}
	return site.Build(systems)
})

func build(t *testing.T) site.Site {
	t.Helper()
	pages, err := built()
	NewWithT(t).Expect(err).NotTo(HaveOccurred())
	return pages
}

func questions(t *testing.T) []site.Question {
	t.Helper()
	list, err := site.Questions()
	NewWithT(t).Expect(err).NotTo(HaveOccurred())
	return list
}

// Questions also refuses a question that names an unknown behavior.
func TestQuestionsAreMany(t *testing.T) {
	NewWithT(t).Expect(len(questions(t))).To(BeNumerically(">=", 40))
}

// A question is confirmed by a result, or its answer is documented for a system that no run has measured.
func TestDataConfirmAnswers(t *testing.T) {
	g := NewWithT(t)
	contradictions, confirmed := site.Check(questions(t), data(t))
	g.Expect(contradictions).To(BeEmpty())
	for _, q := range questions(t) {
		if confirmed[q.ID] == 0 {
			g.Expect(q.Documented).NotTo(BeEmpty(), "no result confirms the answer to %s, and nothing is documented", q.ID)
		}
	}
}

// The check fails if a result is not the one that an answer rests on.
func TestDataCanContradictAnswers(t *testing.T) {
	g := NewWithT(t)
	systems := data(t)
	for _, s := range systems {
		for _, o := range s.Behaviors {
			if o.Behavior == "pickle-local-targets-refused" {
				for n := range o.Outcomes {
					o.Outcomes[n].Verdict = conformance.Fail
				}
			}
		}
	}
	contradictions, _ := site.Check(questions(t), systems)
	g.Expect(contradictions).To(ContainElement(HavePrefix("lambda-fails: pickle-local-targets-refused on cpython-")))
}

var (
	references = regexp.MustCompile(`(?:href|src)="([^"]*)"`)
	anchors    = regexp.MustCompile(`\bid="([^"]*)"`)
)

// Every relative link leads to a page and a part of it that exist, and every other link is an https URL.
func TestLinksResolve(t *testing.T) {
	g := NewWithT(t)
	pages := build(t)
	ids := map[string]bool{}
	for name, text := range pages {
		for _, found := range anchors.FindAllSubmatch(text, -1) {
			ids[name+"#"+html.UnescapeString(string(found[1]))] = true
		}
	}
	count := 0
	var broken []string
	for name, text := range pages {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		for _, found := range references.FindAllSubmatch(text, -1) {
			count++
			address, err := url.Parse(html.UnescapeString(string(found[1])))
			g.Expect(err).NotTo(HaveOccurred(), name)
			to := path.Join(path.Dir(name), address.Path)
			if address.Path == "" {
				to = name
			}
			_, exists := pages[to]
			if address.IsAbs() && address.Scheme != "https" || !address.IsAbs() && (!exists || address.Fragment != "" && !ids[to+"#"+address.Fragment]) {
				broken = append(broken, name+" links to "+address.String())
			}
		}
	}
	g.Expect(broken).To(BeEmpty())
	g.Expect(count).To(BeNumerically(">", 1000))
}

// Every question, behavior, implementation and upgrade has a page that can be reached from the index.
func TestIndexLinksToEveryPage(t *testing.T) {
	g := NewWithT(t)
	pages := build(t)
	linked := map[string]bool{"index.html": true}
	for _, found := range references.FindAllSubmatch(pages["index.html"], -1) {
		linked[strings.TrimPrefix(html.UnescapeString(string(found[1])), "./")] = true
	}
	for name := range pages {
		if strings.HasSuffix(name, ".html") {
			g.Expect(linked[name]).To(BeTrue(), "the index does not link to %s", name)
		}
	}
}

// A cell has measured values or documented ones. A row says which versions were measured exactly if it has measured values.
func TestMeasuredAndDocumentedValuesAreNeverMixed(t *testing.T) {
	g := NewWithT(t)
	row, cell := regexp.MustCompile(`(?s)<tr><th scope="row">.*?</tr>`), regexp.MustCompile(`(?s)<td colspan.*?</td>`)
	documented := 0
	for name, text := range build(t) {
		if !strings.HasPrefix(name, "question/") && !strings.HasPrefix(name, "behavior/") {
			continue
		}
		for _, one := range row.FindAllString(string(text), -1) {
			measured := strings.Contains(one, "<small>measured: ")
			for _, c := range cell.FindAllString(one, -1) {
				if strings.Contains(c, `class="documented"`) {
					documented++
					g.Expect(measured).To(BeFalse(), "%s: a row of measured values has a documented one: %s", name, one)
					g.Expect(c).To(And(ContainSubstring("not measured yet"), ContainSubstring(`href="https://`)))
				} else if !measured {
					g.Expect(c).To(Or(ContainSubstring("not measured yet"), ContainSubstring(`class="faint">–`)), name)
				}
			}
		}
	}
	g.Expect(documented).To(BeNumerically(">", 10))
}

// A run on macOS takes the place of what is documented there.
func TestMeasuredValueReplacesDocumentedOne(t *testing.T) {
	g := NewWithT(t)
	mac := data(t)[:1]
	mac[0].Name = "darwin-arm64"
	pages, err := site.Build(mac)
	g.Expect(err).NotTo(HaveOccurred())
	page := string(pages["question/default-on-macos-with-3-8.html"])
	g.Expect(page).To(ContainSubstring(`<th scope="row">macOS arm64</th>`))
	g.Expect(page).NotTo(ContainSubstring(`<th scope="row">macOS</th>`))
	g.Expect(page).To(ContainSubstring(`<th scope="row">Linux</th>`))
}

// The data are in their normal form, so that a run that measures the same leaves the same file.
func TestDataAreInNormalForm(t *testing.T) {
	g := NewWithT(t)
	folder := t.TempDir()
	g.Expect(site.Write(folder, site.Merge(append(data(t), data(t)...)))).To(Succeed())
	for _, s := range data(t) {
		kept, err := os.ReadFile(filepath.Join("..", "..", "docs", "data", s.Name, site.DataFile))
		g.Expect(err).NotTo(HaveOccurred())
		written, err := os.ReadFile(filepath.Join(folder, s.Name, site.DataFile))
		g.Expect(err).NotTo(HaveOccurred())
		g.Expect(string(written) == string(kept)).To(BeTrue(), "%s differs; run `singdance reference docs/data --data docs/data`", s.Name)
	}
}
