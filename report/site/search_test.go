package site_test

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

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

// A page that a browser reads from the file system shows the results of the search with links that lead to the answers.
func TestSearchInBrowser(t *testing.T) {
	browser, err := exec.LookPath("chromium")
	if testing.Short() || err != nil {
		t.Skip("needs chromium, and runs only without -short")
	}
	g := NewWithT(t)
	folder := t.TempDir()
	pages := build(t)
	g.Expect(pages.Save(folder)).To(Succeed())
	out, err := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+t.TempDir(), "--dump-dom",
		"file://"+filepath.ToSlash(folder)+"/index.html?q=why+does+my+lambda+fail").Output()
	g.Expect(err).NotTo(HaveOccurred())
	list := regexp.MustCompile(`(?s)<ol id="found".*?</ol>`).FindString(string(out))
	link := references.FindStringSubmatch(list)
	g.Expect(link).NotTo(BeEmpty(), "the page shows no result")
	g.Expect(strings.TrimPrefix(link[1], "./")).To(Equal("question/lambda-fails.html"))
}
