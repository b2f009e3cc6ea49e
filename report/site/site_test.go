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
	"time"

	. "github.com/onsi/gomega"

	_ "github.com/singdance/singdance/behaviors" // links every behavior
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/report"
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
		same := string(written) == string(kept) // a comparison by Gomega would print both files
		g.Expect(same).To(BeTrue(), "%s differs; run `singdance reference docs/data --data docs/data`", s.Name)
	}
}

// hostileText is what a program could report.
const hostileText = `</bdi><script>alert(1)</script>" onclick="x`

// sample returns a run with one implementation, which reports hostile text.
func sample(system string) *report.Report {
	i := implementation.Implementation{
		ID: "cpython-3.14.10", Interpreter: "cpython", Version: "3.14.10", Module: "multiprocessing", Platform: "win32", Machine: "AMD64",
		Methods: []string{"spawn"}, Default: "spawn", Driver: []string{"python"},
	}
	return &report.Report{
		System: system, Started: time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC), Implementations: []implementation.Implementation{i},
		Results: []conformance.Result{
			{Behavior: "args-none-received", Level: conformance.Core, Implementation: i.ID, Method: "spawn", Verdict: conformance.Known, Reason: hostileText, URL: "javascript:alert(1)"},
			{Behavior: "method-default-observed", Level: conformance.Observation, Implementation: i.ID, Method: "spawn", Verdict: conformance.Pass, Observed: hostileText},
		},
	}
}

// What a program reports is text on the pages, and its URL is a link only if a browser can open it safely.
func TestHostileTextIsInert(t *testing.T) {
	g := NewWithT(t)
	systems, err := site.FromReport(sample("windows 10.0 amd64"))
	g.Expect(err).NotTo(HaveOccurred())
	pages, err := site.Build(systems)
	g.Expect(err).NotTo(HaveOccurred())
	shown := 0
	for name, text := range pages {
		g.Expect(string(text)).NotTo(Or(ContainSubstring("<script>alert"), ContainSubstring(`" onclick="`), ContainSubstring(`="javascript:`)), name)
		shown += strings.Count(string(text), "&lt;script&gt;alert(1)")
	}
	g.Expect(shown).To(BeNumerically(">=", 4))
}

// Results made under Wine have a system of their own. They say how they were made, and do not take the place of what is documented
// for Windows.
func TestWineIsNotWindows(t *testing.T) {
	g := NewWithT(t)
	wine, err := site.FromReport(sample("windows 10.0.19045 amd64 (Wine 10.0)"))
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(wine).To(HaveLen(1))
	g.Expect(wine[0].Name).To(Equal("win32-x86_64-wine"))
	folder := t.TempDir()
	g.Expect(site.Write(folder, wine)).To(Succeed())
	read, err := site.Read(folder)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(read).To(HaveLen(1))
	g.Expect(read[0].Behaviors).To(Equal(site.Merge(wine)[0].Behaviors))
	pages, err := site.Build(read)
	g.Expect(err).NotTo(HaveOccurred())
	page := string(pages["question/default-method.html"])
	g.Expect(page).To(ContainSubstring(`<th scope="row">Windows x86_64, measured under Wine</th>`))
	g.Expect(page).To(MatchRegexp(`(?s)<th scope="row">Windows</th>.{0,200}class="documented"`))
	g.Expect(string(pages["index.html"])).To(ContainSubstring("Not measured yet: Linux, macOS and Windows."))
}

// A run with gaps is refused, because the gaps would look like behaviors that do not apply.
func TestIncompleteRunIsRefused(t *testing.T) {
	g := NewWithT(t)
	r := sample("")
	r.Results[0].Verdict, r.Results[0].Reason = conformance.Skipped, "left out by --behavior"
	_, err := site.FromReport(r)
	g.Expect(err).To(MatchError(ContainSubstring("args-none-received was skipped on cpython-3.14.10: left out by --behavior")))
	r = sample("")
	r.Stopped = true
	_, err = site.FromReport(r)
	g.Expect(err).To(MatchError(ContainSubstring("stopped")))
	_, err = site.FromReport(&report.Report{})
	g.Expect(err).To(HaveOccurred())
}

// A new run of an implementation replaces all of its results, and leaves those of others.
func TestLaterRunReplacesEarlierOne(t *testing.T) {
	g := NewWithT(t)
	before, err := site.FromReport(sample(""))
	g.Expect(err).NotTo(HaveOccurred())
	r := sample("")
	r.Results[1].Observed = "spawn"
	r.Results = r.Results[1:]
	after, err := site.FromReport(r)
	g.Expect(err).NotTo(HaveOccurred())
	merged := site.Merge(append(append(data(t), before...), after...))
	g.Expect(merged).To(HaveLen(len(data(t)) + 1))
	g.Expect(merged[len(merged)-1].Behaviors).To(Equal(after[0].Behaviors))
	g.Expect(merged[0]).To(Equal(data(t)[0]))
}
