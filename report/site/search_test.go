package site_test

import (
	"context"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
	. "github.com/onsi/gomega"
)

// asked are questions in the words of readers, with the page that answers each.
var asked = map[string]string{
	"default on macOS with 3.8":                                                        "question/default-on-macos-with-3-8.html",
	"what is the default start method on macOS with Python 3.8":                        "question/default-on-macos-with-3-8.html",
	"a missing main guard on Windows with 3.14":                                        "question/missing-main-guard-on-windows-3-14.html",
	"do daemonic children end with their parent under forkserver, and if it is killed": "question/daemons-under-forkserver.html",
	"does os.environ set after the first start reach a forkserver child":               "question/environ-under-forkserver.html",
	"what changed for me from 3.13 to 3.14":                                            "question/from-3-13-to-3-14.html",
	"which versions hang with what":                                                    "question/which-versions-hang.html",
	"why does my lambda fail":                                                          "question/lambda-fails.html",
	"context has already been set":                                                     "question/set-start-method-twice.html",
	"AF_UNIX path too long":                                                            "question/af-unix-path-too-long.html",
	"guard-error-in-each-child":                                                        "behavior/guard-error-in-each-child.html",
}

// The search finds the page as its first result. Node runs the script of the site, without a page.
func TestSearchFindsAnswers(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	g := NewWithT(t)
	folder := t.TempDir()
	g.Expect(build(t).Save(folder)).To(Succeed())
	queries, err := json.Marshal(asked)
	g.Expect(err).NotTo(HaveOccurred())
	script := `const text = require("fs").readFileSync(process.argv[1], "utf8");
const find = new Function(text + "; return find;")();
console.log(JSON.stringify(Object.fromEntries(Object.keys(` + string(queries) + `).map((q) => [q, find(q).slice(0, 3).map((e) => e.p)]))));`
	out, err := exec.Command(node, "-e", script, filepath.Join(folder, "search.js")).Output()
	g.Expect(err).NotTo(HaveOccurred())
	var found map[string][]string
	g.Expect(json.Unmarshal(out, &found)).To(Succeed())
	for query, page := range asked {
		g.Expect(found[query]).NotTo(BeEmpty(), query)
		g.Expect(found[query][0]).To(Equal(page), "%s: %v", query, found[query])
	}
}

// In a browser that reads the site from the file system, each question is typed on the index, and a click on the first result
// opens the page with the answer.
func TestSearchInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser; run without -short")
	}
	browser, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed")
	}
	g := NewWithT(t)
	folder, profile := t.TempDir(), t.TempDir()
	g.Expect(build(t).Save(folder)).To(Succeed())
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(browser), chromedp.UserDataDir(profile), chromedp.Env("TMPDIR="+profile), chromedp.NoSandbox, chromedp.DisableGPU)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	defer stop()
	ctx, cancel := chromedp.NewContext(allocator)
	defer cancel()
	defer func() { _ = chromedp.Cancel(ctx) }() // waits until the browser has left its profile
	answers := map[string]string{}
	for _, q := range questions(t) {
		answers["question/"+q.ID+".html"] = q.Answer
	}
	index := "file://" + filepath.ToSlash(folder) + "/index.html"
	for query, page := range asked {
		if answers[page] == "" {
			continue
		}
		typed, err := json.Marshal(query)
		g.Expect(err).NotTo(HaveOccurred())
		g.Expect(chromedp.Do(ctx, chromedp.Navigate(index))).To(Succeed())
		link, err := chromedp.Run(ctx, chromedp.Evaluate[string](`(() => {
			const input = document.querySelector('#search input');
			input.value = `+string(typed)+`;
			input.dispatchEvent(new Event('input'));
			return document.querySelector('#found a').href })()`))
		g.Expect(err).NotTo(HaveOccurred())
		g.Expect(link).To(HaveSuffix("/"+page), query)
		g.Expect(chromedp.Do(ctx, chromedp.Navigate(link))).To(Succeed())
		answer, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.querySelector('.answer').textContent`))
		g.Expect(err).NotTo(HaveOccurred())
		g.Expect(answer).To(Equal(answers[page]), query)
	}
}
