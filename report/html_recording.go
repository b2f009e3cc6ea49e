package report

import (
	_ "embed" // the page
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"net/url"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/stage"
)

// Limits of a recording's page. The recording has everything.
const (
	mostProcesses = 200
	mostMoments   = 1000    // events and process tables in the list: the first and the last ones
	mostText      = 2000    // characters of the fields of one event
	mostOutput    = 1 << 18 // bytes at the end of standard output, and of standard error
)

//go:embed recording.html.tmpl
var recordingText string

// recordingPage holds what the template of a recording's page renders.
type recordingPage struct {
	Style                           template.CSS
	Program, Implementation, Method string
	Report, File                    string           // relative URLs
	Recording                       *stage.Recording // nil if it cannot be read
	Problem                         string           // why it cannot be read
	Judged                          []judged
	Evidence                        string // of the results, if there is no recording
	Tree                            []*treeNode
	MoreProcesses                   int
	Chart                           *chart
	Moments                         []moment
	MoreMoments                     int
	Outputs                         []output
}

// judged is a result on the recording.
type judged struct {
	conformance.Result
	Symbol string                // empty for an observation
	Sign   string                // the verdict, or that this is an observation
	Meant  *conformance.Behavior // nil if this program does not know it
}

// Why returns the reason, unless the failures say the same.
func (j judged) Why() string {
	if j.Verdict == conformance.Fail && len(j.Failures) > 0 {
		return ""
	}
	return j.Reason
}

// Link returns the URL of a known difference if a browser can open it, or "".
func (j judged) Link() string { return webURL(j.URL) }

// treeNode is a process with its children.
type treeNode struct {
	conformance.Process
	Children []*treeNode
	roots    bool
}

// From returns the parent of a process whose parent is not in the recording, or 0.
func (n *treeNode) From() int {
	if n.roots {
		return n.Parent
	}
	return 0
}

// moment is a line of the list of events and process tables.
type moment struct {
	conformance.Moment
	Number                     int
	Time, Process, Event, Text string
}

// output is standard output or standard error.
type output struct {
	Name, Text string
	Cut        int // bytes that are left out at the beginning
}

const (
	recordings  = "recordings/"
	recordingOf = ".json" // the extension of a recording
	pageOf      = ".html" // the extension of its page
)

// pagePath returns the path of a recording's page relative to the results, or "" if the path of the recording leads elsewhere.
func pagePath(recording string) string {
	name, is := strings.CutSuffix(recording, recordingOf)
	if !is || !strings.HasPrefix(recording, recordings) || path.Clean(recording) != recording || !filepath.IsLocal(filepath.FromSlash(recording)) {
		return ""
	}
	return name + pageOf
}

// pageURL returns the URL of a recording's page relative to the report, or "".
func pageURL(recording string) string { return escapedPath(pagePath(recording)) }

// escapedPath returns a path as a relative URL.
func escapedPath(name string) string {
	parts := strings.Split(name, "/")
	for n := range parts {
		parts[n] = url.PathEscape(parts[n])
	}
	return strings.Join(parts, "/")
}

// savePages writes a page for each recording that the results name, next to the recording.
func (r *Report) savePages(folder string) error {
	var order []string
	byRecording := map[string][]conformance.Result{}
	for _, result := range r.Results {
		if pagePath(result.Recording) == "" {
			continue
		}
		if byRecording[result.Recording] == nil {
			order = append(order, result.Recording)
		}
		byRecording[result.Recording] = append(byRecording[result.Recording], result)
	}
	var writers errgroup.Group
	writers.SetLimit(runtime.GOMAXPROCS(0))
	for _, name := range order {
		writers.Go(func() error {
			recording, err := stage.Load(filepath.Join(folder, filepath.FromSlash(name)))
			page, err := recordingHTML(name, byRecording[name], recording, err)
			if err != nil {
				return err
			}
			return stage.WriteFile(filepath.Join(folder, filepath.FromSlash(pagePath(name))), []byte(page))
		})
	}
	return writers.Wait()
}

// recordingHTML returns the page of a recording with the results that were judged on it. If the recording cannot be read,
// the page has the evidence of the results instead.
func recordingHTML(name string, results []conformance.Result, recording *stage.Recording, problem error) (string, error) {
	b, _ := conformance.Find(results[0].Behavior)
	p := recordingPage{
		Style: style, Program: b.Program, Implementation: results[0].Implementation, Method: results[0].Method,
		Report: strings.Repeat("../", strings.Count(name, "/")) + Page, File: "./" + url.PathEscape(path.Base(name)), Judged: judgedOn(results),
	}
	if problem != nil {
		p.Problem = fmt.Sprintf("the recording cannot be read: %v", problem)
		if errors.Is(problem, fs.ErrNotExist) {
			p.Problem = "the recording is not in this folder"
		}
		for _, result := range results {
			if len(result.Evidence) > 0 {
				p.Evidence = strings.Join(result.Evidence, "\n")
				break
			}
		}
	} else {
		p.describe(recording)
	}
	return rendered("recording", recordingText, p)
}

// judgedOn returns the results, those that need attention first.
func judgedOn(results []conformance.Result) []judged {
	var all []judged
	for _, result := range results {
		one := judged{Result: result, Symbol: symbols[result.Verdict], Sign: string(result.Verdict)}
		if isObserved(result) {
			one.Symbol, one.Sign = "", observedClass
		}
		if b, found := conformance.Find(result.Behavior); found {
			one.Meant = &b
		}
		all = append(all, one)
	}
	rank := func(v conformance.Verdict) int { return slices.Index(conformance.Verdicts(), v) }
	slices.SortStableFunc(all, func(a, b judged) int { return rank(b.Verdict) - rank(a.Verdict) })
	return all
}

// describe adds what the recording shows.
func (p *recordingPage) describe(r *stage.Recording) {
	p.Recording, p.Program = r, r.Program
	processes := conformance.Processes(r)
	p.MoreProcesses = max(0, len(processes)-mostProcesses)
	processes = processes[:len(processes)-p.MoreProcesses]
	p.Tree = treeOf(processes)
	moments := momentsOf(r, processes)
	p.Chart = chartOf(processes, moments)
	p.MoreMoments = max(0, len(moments)-mostMoments)
	p.Moments = slices.Concat(moments[:(len(moments)-p.MoreMoments)/2], moments[(len(moments)-p.MoreMoments)/2+p.MoreMoments:])
	for _, out := range []output{{Name: "stdout", Text: r.Stdout}, {Name: "stderr", Text: r.Stderr}} {
		if out.Text == "" {
			continue
		}
		out.Cut = max(0, len(out.Text)-mostOutput)
		out.Text = strings.ReplaceAll(strings.ToValidUTF8(out.Text[out.Cut:], "\uFFFD"), "\r\n", "\n")
		p.Outputs = append(p.Outputs, out)
	}
}

// treeOf returns the roots of the process tree. Each process follows its parent.
func treeOf(processes []conformance.Process) []*treeNode {
	var roots []*treeNode
	var ancestors []*treeNode // of the next process
	for _, p := range processes {
		node := &treeNode{Process: p, roots: p.Depth == 0}
		ancestors = ancestors[:min(p.Depth, len(ancestors))]
		if len(ancestors) == 0 {
			roots = append(roots, node)
		} else {
			parent := ancestors[len(ancestors)-1]
			parent.Children = append(parent.Children, node)
		}
		ancestors = append(ancestors, node)
	}
	return roots
}

// momentsOf returns the events and the process tables with what the list shows of them.
func momentsOf(r *stage.Recording, processes []conformance.Process) []moment {
	labels := map[int]string{}
	for _, p := range processes {
		labels[p.PID] = p.Label()
	}
	var all []moment
	for n, m := range conformance.Timeline(r) {
		one := moment{Moment: m, Number: n + 1, Text: cut(m.Text, mostText)}
		if m.Table != nil {
			one.Event = fmt.Sprintf("process table at %q", m.Table.Point)
		} else {
			one.Event, one.Process, one.Time = m.Event.Event, labels[m.Event.PID], fmt.Sprintf("%.0f", m.Milliseconds)
			if one.Process == "" {
				one.Process = fmt.Sprint(m.Event.PID)
			}
		}
		all = append(all, one)
	}
	return all
}

// cut cuts a text to a number of characters.
func cut(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
