package report_test

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/internal/kept"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

// chromium returns the path of a browser with Chromium's engine, or "".
func chromium() string {
	for _, name := range []string{
		"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "headless-shell",
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
		`C:\Program Files\Google\Chrome\Application\chrome.exe`, `C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
	} {
		if file, err := exec.LookPath(name); err == nil {
			return file
		}
	}
	return ""
}

// tab is a page in a browser.
type tab struct {
	Gomega
	t      *testing.T
	ctx    context.Context
	folder string // of the report
}

// complaints makes a page collect its errors, violations of its policy, and dialogs.
const complaints = `
window.complaints = [];
for (const kind of ['error', 'unhandledrejection', 'securitypolicyviolation'])
  addEventListener(kind, event => complaints.push(kind + ': ' + (event.message || event.reason || event.violatedDirective)), true);
for (const kind of ['error', 'warn', 'log']) console[kind] = (...words) => complaints.push('console: ' + words.join(' '));
for (const kind of ['alert', 'confirm', 'prompt']) window[kind] = () => complaints.push(kind);`

// browse starts a browser for one test. It skips the test if there is no browser.
func browse(t *testing.T) *tab {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a browser; run without -short")
	}
	file := chromium()
	if file == "" {
		t.Skip("no Chromium, Chrome or Edge found; install Chromium to test the pages in it")
	}
	profile := t.TempDir()
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(file), chromedp.UserDataDir(profile), chromedp.Env("TMPDIR="+profile), chromedp.NoSandbox, chromedp.DisableGPU)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	b := &tab{Gomega: NewWithT(t), t: t, ctx: ctx}
	t.Cleanup(func() { _ = chromedp.Cancel(ctx) }) // waits until the browser has left its profile
	b.do(func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, target, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: complaints})
		return chromedp.Void{}, err
	})
	return b
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	b.Expect(chromedp.Do(b.ctx, steps...)).To(Succeed())
}

// open loads a page of the report.
func (b *tab) open(name, id string) {
	b.t.Helper()
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(b.folder, filepath.FromSlash(name))), Fragment: id}
	if !strings.HasPrefix(u.Path, "/") {
		u.Path = "/" + u.Path
	}
	b.do(chromedp.Navigate("about:blank"), chromedp.Navigate(u.String())) // a new fragment alone would not load the page again
}

// value returns the value of an expression.
func value[T any](b *tab, expression string, arguments ...any) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](script(expression, arguments...)))
	b.Expect(err).NotTo(HaveOccurred(), expression)
	return v
}

// patience limits how long a test waits for a page, so that it fails with what it waited for.
const patience = 2 * time.Minute

// wait waits until an expression is true on the page that is open.
func (b *tab) wait(expression string, arguments ...any) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	awaited := `new Promise(done => { const look = () => { if (` + script(expression, arguments...) + `) done(true); else requestAnimationFrame(look) }; look() })`
	_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](awaited, chromedp.EvalAwaitPromise))
	if err != nil {
		state, _ := chromedp.Run(b.ctx, chromedp.Evaluate[string](`location.href + ' ' + document.activeElement.outerHTML.slice(0, 300) + ' ' + Array.from(document.querySelectorAll('.target'), one => one.id + JSON.stringify(one.getBoundingClientRect()))`))
		b.t.Fatalf("%s: %v; the page is %s", awaited, err, state)
	}
}

// script inserts the arguments into an expression as JavaScript values.
func script(expression string, arguments ...any) string {
	for n, argument := range arguments {
		text, err := json.Marshal(argument)
		if err != nil {
			panic(err)
		}
		arguments[n] = string(text)
	}
	return fmt.Sprintf(expression, arguments...)
}

// set gives a control a value, as a user does.
func (b *tab) set(id, choice string) {
	b.t.Helper()
	value[bool](b, `(() => { const one = document.getElementById(%s); one.value = %s; return one.dispatchEvent(new Event(one.tagName === 'INPUT' ? 'input' : 'change')) })()`, id, choice)
}

// press presses a key that types a character, unless the page handles the key itself.
func (b *tab) press(key string) {
	b.t.Helper()
	for _, event := range []input.DispatchKeyEventParams{
		{Type: input.DispatchKeyEventTypeKeyDown, Key: key, Text: key}, {Type: input.DispatchKeyEventTypeKeyUp, Key: key},
	} {
		b.do(func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
			_, err := cdp.Call(ctx, target, input.DispatchKeyEvent, event)
			return chromedp.Void{}, err
		})
	}
}

// quiet checks that the page had no error, showed no dialog, and broke no policy.
func (b *tab) quiet() {
	b.t.Helper()
	b.wait("(complaints.frames = (complaints.frames || 0) + 1) > 2") // an event is delivered with the next frame
	b.Expect(value[[]string](b, "complaints")).To(BeEmpty())
}

// rows returns the behaviors that can be seen.
func (b *tab) rows() []string {
	b.t.Helper()
	return value[[]string](b, `Array.from(document.querySelectorAll('.matrix tbody tr')).filter(row => row.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true}) && row.offsetHeight > 0 && !row.closest('details:not([open])')).map(row => row.id)`)
}

// realReport saves a report of the kept recordings of CPython 3.12 and Go. Two of them are changed, so that behaviors fail.
func realReport(t *testing.T) (folder string, r *report.Report) {
	t.Helper()
	g := NewWithT(t)
	folder = t.TempDir()
	files, err := kept.Files(kept.Good)
	g.Expect(err).NotTo(HaveOccurred())
	r = &report.Report{Schema: report.Schema, Suite: "v1", System: "linux 6.18 x86_64", Started: sample().Started}
	var recordings []*stage.Recording
	seen := map[string]bool{}
	for _, file := range files {
		if file.Implementation == "cpython-3.15" {
			continue
		}
		played, err := file.Load()
		g.Expect(err).NotTo(HaveOccurred())
		if file.Program == "sing-dance" && file.Method == conformance.Fork {
			played.Exit.Code = 7
		}
		recordings = append(recordings, played)
		if i := played.Implementation; !seen[i.ID] {
			seen[i.ID] = true
			r.Implementations = append(r.Implementations, i)
		}
	}
	plan, err := conformance.NewPlan(r.Implementations, conformance.Selection{})
	g.Expect(err).NotTo(HaveOccurred())
	expectations, err := conformance.LoadExpectations()
	g.Expect(err).NotTo(HaveOccurred())
	for _, played := range recordings {
		name := report.RecordingPath(played, 1)
		g.Expect(played.Save(filepath.Join(folder, filepath.FromSlash(name)))).To(Succeed())
		for _, result := range plan.Judge(played, expectations) {
			result.Recording = name
			r.Results = append(r.Results, result)
		}
	}
	r.Conclude()
	g.Expect(r.Save(folder)).To(Succeed())
	return folder, r
}

// wanted returns the behaviors with a result for which a function returns true.
func wanted(r *report.Report, is func(conformance.Result) bool) []string {
	var ids []string
	for _, b := range conformance.All() {
		if slices.ContainsFunc(r.Results, func(result conformance.Result) bool { return result.Behavior == b.ID && is(result) }) {
			ids = append(ids, b.ID)
		}
	}
	return ids
}

func TestBrowserFilters(t *testing.T) {
	b := browse(t)
	var r *report.Report
	b.folder, r = realReport(t)
	b.open(report.Page, "")
	all := wanted(r, func(conformance.Result) bool { return true })
	count := func(n int) string { return fmt.Sprintf("%d of %d behaviors", n, len(all)) }
	b.wait(`document.getElementById('shown').textContent === %s`, count(len(all)))
	b.Expect(value[int](b, `document.querySelectorAll('tbody td a').length`)).To(Equal(len(r.Results)))

	exits := func(r conformance.Result) bool { return r.Group == "exit" }
	b.set("search", "exit-")
	b.Expect(b.rows()).To(ContainElements(wanted(r, exits)))
	b.Expect(len(b.rows())).To(BeNumerically("<", len(all)))
	b.set("group", "exit")
	b.Expect(b.rows()).To(Equal(wanted(r, exits)))
	b.Expect(value[string](b, `document.getElementById('shown').textContent`)).To(Equal(count(len(wanted(r, exits)))))

	unexpected := func(r conformance.Result) bool { return r.Verdict.Unexpected() }
	b.do(chromedp.Click(chromedp.CSS("#clear")))
	b.set("outcome", "unexpected")
	b.Expect(wanted(r, unexpected)).To(ContainElement("exit-status-zero"))
	b.Expect(b.rows()).To(Equal(wanted(r, unexpected)))
	b.set("outcome", "absent")
	b.Expect(b.rows()).To(Equal(wanted(r, func(r conformance.Result) bool { return r.Verdict == conformance.Absent })))

	// Only the columns of the chosen implementation are seen, and only its results count.
	python := slices.IndexFunc(r.Implementations, func(i implementation.Implementation) bool { return strings.HasPrefix(i.ID, "cpython") })
	id := r.Implementations[python].ID
	column := value[string](b, `Array.from(document.getElementById('implementation').options).find(one => one.text === %s).value`, id)
	b.set("implementation", column)
	b.Expect(b.rows()).To(Equal(wanted(r, func(r conformance.Result) bool { return r.Verdict == conformance.Absent && r.Implementation == id })))
	b.set("outcome", "pass")
	links := value[[]string](b, `Array.from(document.querySelectorAll('details[open] tbody td a')).filter(one => one.checkVisibility()).map(one => one.getAttribute('href'))`)
	b.Expect(links).NotTo(BeEmpty())
	b.Expect(links).To(HaveEach(HavePrefix("recordings/" + id + "/")))

	b.do(chromedp.Click(chromedp.CSS("#clear")), chromedp.Click(chromedp.CSS("#different")))
	b.Expect(b.rows()).To(Equal(wanted(r, func(one conformance.Result) bool {
		return one.Verdict.Unexpected() || slices.ContainsFunc(r.Results, func(other conformance.Result) bool {
			return other.Behavior == one.Behavior && (other.Verdict != one.Verdict || other.Observed != one.Observed)
		})
	})))
	b.quiet()
}

// A permalink unfolds and highlights a behavior, even if a filter hides it. The beginning of an ID finds the first one.
func TestBrowserPermalinks(t *testing.T) {
	b := browse(t)
	b.folder, _ = realReport(t)
	highlighted := `Array.from(document.querySelectorAll('.target'), one => one.id).join() === %[1]s && !document.getElementById(%[1]s).closest('[hidden], details:not([open])') &&
		(box => box.top >= 0 && box.bottom <= innerHeight)(document.getElementById(%[1]s).getBoundingClientRect())`
	b.open(report.Page, "")
	b.Expect(value[bool](b, `document.getElementById('guard').open`)).To(BeFalse())
	b.open(report.Page, "guard-child-exitcode")
	b.wait(highlighted, "guard-child-exitcode")
	b.open(report.Page, "guard-child-exit")
	b.wait(highlighted, "guard-child-exitcode")
	b.set("search", "daemon")
	b.Expect(b.rows()).NotTo(ContainElement("guard-child-exitcode"))
	value[string](b, `location.hash = 'exit-status-zero'`)
	b.wait(highlighted, "exit-status-zero")
	b.open(report.Page, "tracker")
	b.wait(`document.getElementById('tracker').open`)
	b.open(report.Page, "%E0%A4%A")
	b.quiet()
}

// The keyboard reaches the search, each cell, and the evidence behind it.
func TestBrowserKeyboard(t *testing.T) {
	b := browse(t)
	b.folder, _ = realReport(t)
	b.open(report.Page, "")
	b.press("/")
	b.wait(`document.activeElement.id === 'search'`)
	b.do(chromedp.KeyEvent("guard-child-exitcode"))
	b.Expect(b.rows()).To(Equal([]string{"guard-child-exitcode"}))
	for range 30 { // the other controls, the group, and the table come first
		if value[bool](b, `document.activeElement.matches('.matrix tbody a')`) {
			break
		}
		b.do(chromedp.KeyEvent(kb.Tab))
	}
	b.Expect(value[string](b, `document.activeElement.getAttribute('href')`)).To(Equal("#guard-child-exitcode"))
	b.do(chromedp.KeyEvent(kb.ArrowRight))
	first := value[string](b, `document.activeElement.getAttribute('href')`)
	b.Expect(first).To(MatchRegexp(`^recordings/.*#guard-child-exitcode$`))
	b.do(chromedp.KeyEvent(kb.End), chromedp.KeyEvent(kb.ArrowRight))
	last := value[string](b, `document.activeElement.getAttribute('href')`)
	b.Expect(last).NotTo(Equal(first))
	b.do(chromedp.KeyEvent(kb.Home), chromedp.KeyEvent(kb.ArrowRight))
	b.Expect(value[string](b, `document.activeElement.getAttribute('href')`)).To(Equal(first))
	b.Expect(value[int](b, `document.activeElement.closest('table').querySelectorAll('tbody a[tabindex="0"]').length`)).To(Equal(1))
	b.quiet()
	b.do(chromedp.KeyEvent(kb.Enter))
	b.do(chromedp.WaitVisible(chromedp.CSS("article:target")))
	b.Expect(value[string](b, `document.querySelector('article:target').id`)).To(Equal("guard-child-exitcode"))
	b.quiet()

	b.open(report.Page, "guard-child-exitcode")
	b.wait(`document.activeElement.closest('tr') !== null`)
	b.do(chromedp.KeyEvent(kb.ArrowDown))
	next := value[string](b, `document.activeElement.closest('tr').id`)
	b.Expect(next).NotTo(Equal("guard-child-exitcode"))
	b.do(chromedp.KeyEvent(kb.ArrowUp))
	b.Expect(value[string](b, `document.activeElement.closest('tr').id`)).To(Equal("guard-child-exitcode"))
	b.press("/")
	b.do(chromedp.KeyEvent("daemon"), chromedp.KeyEvent(kb.Escape))
	b.Expect(value[string](b, `document.getElementById('search').value`)).To(BeEmpty())
	b.quiet()
}

// No page scrolls sideways, at the width of a telephone and at that of a large screen, with everything unfolded. Headers of tables
// stay in view.
func TestBrowserWidths(t *testing.T) {
	b := browse(t)
	var r *report.Report
	b.folder, r = realReport(t)
	names := []string{report.Page}
	for _, result := range r.Results {
		if result.Behavior == "helper-kinds-by-method" || result.Behavior == "exit-status-zero" {
			names = append(names, strings.TrimSuffix(result.Recording, ".json")+".html")
		}
	}
	b.Expect(len(names)).To(BeNumerically(">", 6))
	for _, width := range []int64{375, 1900} {
		b.do(chromedp.EmulateViewport(width, 900))
		for _, name := range names {
			b.open(name, "")
			value[int](b, `Array.from(document.querySelectorAll('details'), one => one.open = true).length`)
			b.wait(`innerWidth === Number(%s)`, fmt.Sprint(width))
			b.Expect(value[[]string](b, `(most => Array.from(document.querySelectorAll('body *')).filter(one => !one.closest('.scroll, .matrix, pre, select') && one.getBoundingClientRect().right > most + 0.5).map(one => one.outerHTML.slice(0, 80)))(innerWidth)`)).To(BeEmpty(), "%s at %d", name, width)
			b.Expect(value[int](b, `document.documentElement.scrollWidth`)).To(BeNumerically("<=", width), "%s at %d", name, width)
			b.quiet()
		}
	}
	b.open(report.Page, "process")
	b.wait(`document.getElementById("process").open`)
	b.Expect(value[bool](b, `(region => { region.scrollTop = region.scrollLeft = 1e6; const box = region.getBoundingClientRect(),
		head = region.querySelector('thead').getBoundingClientRect(), side = region.querySelector('tbody th').getBoundingClientRect();
		return region.scrollTop > 0 && Math.abs(head.top - box.top) < 3 && Math.abs(side.left - box.left) < 3 })(document.querySelector('#process .matrix'))`)).To(BeTrue())
}

// Texts of programs are shown as they are: no script runs, no element appears.
func TestBrowserHostileTexts(t *testing.T) {
	b := browse(t)
	b.folder = t.TempDir()
	const harmful = nasty + `<img src="x" onerror="alert(1)"/><svg onload="alert(2)"></svg>//]]></script><script>alert(3)</script><style>*{display:none}</style>`
	r, played := hostile(harmful)
	b.Expect(played.Save(filepath.Join(b.folder, filepath.FromSlash(recordingFile)))).To(Succeed())
	b.Expect(r.Save(b.folder)).To(Succeed())
	for name, scripts := range map[string]int{report.Page: 1, recordingPage: 0} {
		b.open(name, "")
		b.Expect(value[string](b, `document.body.textContent`)).To(ContainSubstring(`<img src="x" onerror="alert(1)"/>`), name)
		b.Expect(value[int](b, `document.querySelectorAll('script').length`)).To(Equal(scripts), name)
		b.Expect(value[int](b, `document.querySelectorAll('img, body style, [onclick], [onload], [onerror], iframe').length`)).To(BeZero(), name)
		b.Expect(value[bool](b, `document.querySelector('h1').checkVisibility()`)).To(BeTrue(), name)
		b.quiet()
		// The policy keeps a script that was added from running, and says so.
		value[bool](b, `(() => { const one = document.createElement('script'); one.textContent = 'alert(4)'; document.body.append(one); return true })()`)
		b.wait(`complaints.length > 0`)
		b.Expect(value[[]string](b, "complaints")).To(HaveEach(HavePrefix("securitypolicyviolation: script-src")), name)
	}
	b.open(report.Page, "")
	b.set("search", harmful)
	b.Expect(b.rows()).To(BeEmpty())
	b.quiet()
}

// Without scripts, the page has no controls, and a permalink still unfolds its group. In print, everything is unfolded. There is a
// light and a dark color scheme.
func TestBrowserWithoutScripts(t *testing.T) {
	b := browse(t)
	b.folder, _ = realReport(t)
	b.do(func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		return chromedp.Void{}, err
	})
	b.open(report.Page, "guard-child-exitcode")
	b.Expect(value[bool](b, `document.getElementById('controls').checkVisibility()`)).To(BeFalse())
	b.Expect(b.rows()).To(ContainElement("guard-child-exitcode"))
	b.Expect(value[bool](b, `document.querySelector('#args .matrix').checkVisibility()`)).To(BeFalse())
	colors := map[string]bool{}
	for _, scheme := range []string{"light", "dark"} {
		b.media("", scheme)
		colors[value[string](b, `getComputedStyle(document.body).backgroundColor`)] = true
	}
	b.Expect(colors).To(HaveLen(2))
	b.media("print", "light")
	b.Expect(value[bool](b, `document.querySelector('#args .matrix').checkVisibility()`)).To(BeTrue())
}

// media sets the medium and the color scheme.
func (b *tab) media(medium, scheme string) {
	b.t.Helper()
	b.do(func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Media: cmp.Or(medium, "screen"), Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
		})
		return chromedp.Void{}, err
	})
}
