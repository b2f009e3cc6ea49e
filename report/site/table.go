package site

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
)

// family is all versions of one implementation on one system, the oldest first. It is one row of a table.
type family struct {
	System   string // linux-x86_64
	Key      string // cpython, cpython+billiard
	Wine     bool
	Versions []Implementation
}

func familyKey(i Implementation) string {
	key := i.Interpreter
	if strings.Contains(i.ID, "-venv") { // on Windows, a launcher starts the processes of a virtual environment
		key += " in a virtual environment"
	}
	if i.IsLibrary() {
		key += "+" + i.Module
	}
	return key
}

// familyRank puts CPython first, then the other languages, then the libraries.
func familyRank(i Implementation) int {
	switch {
	case i.IsLibrary():
		return 3
	case i.Interpreter == "cpython":
		return 0
	case i.Interpreter == "pypy":
		return 1
	}
	return 2
}

// families returns the rows of a system.
func (s System) families() []family {
	var all []family
	for _, i := range s.Implementations {
		n := slices.IndexFunc(all, func(f family) bool { return f.Key == familyKey(i) && f.Wine == i.Wine })
		if n < 0 {
			n = len(all)
			all = append(all, family{System: s.Name, Key: familyKey(i), Wine: i.Wine})
		}
		all[n].Versions = append(all[n].Versions, i)
	}
	return all
}

// Name returns the name of the family for a reader.
func (f family) Name() string {
	interpreter, module, library := strings.Cut(f.Key, "+")
	language, environment, inside := strings.Cut(interpreter, " ")
	name, known := map[string]string{"cpython": "CPython", "pypy": "PyPy", "go": "Go, startmethods"}[language]
	if !known {
		name = language
	}
	if inside {
		name += " " + environment
	}
	if library {
		return module + " on " + name
	}
	return name
}

// Label returns the version of a member of the family. If the family has one release of a minor version, the label is the
// minor version.
func (f family) Label(i Implementation) string {
	if i.IsLibrary() {
		return libraryVersion(i)
	}
	same := 0
	for _, other := range f.Versions {
		if implementation.Series(other.Version) == implementation.Series(i.Version) {
			same++
		}
	}
	if same > 1 {
		return i.Version
	}
	return implementation.Series(i.Version)
}

// libraryVersion returns the version of a library and that of its language.
func libraryVersion(i Implementation) string {
	if i.ModuleVersion == "" || i.ModuleVersion == i.Version {
		return i.Version
	}
	return i.ModuleVersion + " on " + i.Version
}

// Measured lists the versions that were measured.
func (f family) Measured() string {
	var list []string
	for _, i := range f.Versions {
		version := i.Version
		if i.IsLibrary() {
			version = libraryVersion(i)
		}
		list = append(list, version)
	}
	return strings.Join(list, ", ")
}

// systemTitle returns the name of a system for a reader: Linux x86_64.
func systemTitle(name string, wine bool) string {
	platform, machine, _ := strings.Cut(strings.TrimSuffix(name, wineSuffix), "-")
	title := strings.TrimSpace(platformTitle(platform) + " " + machine)
	if wine {
		title += ", measured under Wine"
	}
	return title
}

func platformTitle(platform string) string {
	if title, known := map[string]string{"linux": "Linux", "darwin": "macOS", "win32": "Windows"}[platform]; known {
		return title
	}
	return platform
}

// outcomeKey names one cell of the data.
type outcomeKey struct{ system, behavior, implementation, method string }

// index finds the outcome of a cell.
type index map[outcomeKey]Outcome

func newIndex(systems []System) index {
	cells := index{}
	for _, s := range systems {
		for _, o := range s.Behaviors {
			for _, outcome := range o.Outcomes {
				for id, methods := range outcome.Where {
					for _, method := range methods {
						cells[outcomeKey{s.Name, o.Behavior, id, method}] = outcome
					}
				}
			}
		}
	}
	return cells
}

// Table shows one behavior: a row is a family on a system, a column is a start method.
type Table struct {
	Behavior conformance.Behavior
	Methods  []string
	Rows     []Row
	Notes    []Note
}

// Row is one row of a table.
type Row struct {
	System, Name string
	Measured     string // the versions that were measured; empty if none was
	Cells        []Cell
}

// Cell is what is known of one start method: what was measured or, if nothing was, what is documented.
type Cell struct {
	Spans      []Span
	Documented []Documented
	Width      int // how many start methods it is about
	NotOffered bool
}

// Span is an outcome that consecutive versions share.
type Span struct {
	Versions string // since 3.14, 3.8–3.13
	Class    string // the verdict, or observation
	Sign     string
	Text     string
	Note     int // the number of the note, or 0
}

// Note is the reason of an outcome.
type Note struct {
	Number      int
	Reason, URL string
}

// windowsMethods is why Windows has one start method only.
var windowsMethods = Documented{
	Platforms: []string{"win32"}, Value: "not available: Windows has only spawn",
	Source: Source{"CPython 3.14 documentation, multiprocessing, Contexts and start methods", conformance.Documentation + "#contexts-and-start-methods"},
}

// table returns the table of a behavior. The documented values fill the cells that no run measured.
func (b builder) table(behavior conformance.Behavior, documented []Documented) Table {
	t := Table{Behavior: behavior, Methods: b.methods(behavior)}
	platforms := map[string]bool{}
	for _, s := range b.systems {
		platform, _, _ := strings.Cut(s.Name, "-")
		for _, f := range s.families() {
			if f.Key == "cpython" && !f.Wine {
				platforms[platform] = true
			}
			row := Row{System: systemTitle(s.Name, f.Wine), Name: f.Name(), Measured: f.Measured()}
			measured := false
			for _, method := range t.Methods {
				cell := Cell{Spans: b.spans(&t, f, behavior.ID, method), Width: 1}
				if len(cell.Spans) == 0 {
					cell.NotOffered = true
				}
				measured = measured || len(cell.Spans) > 0
				row.Cells = append(row.Cells, cell)
			}
			if measured {
				t.Rows = append(t.Rows, row.joined())
			}
		}
	}
	for _, platform := range []string{"linux", "darwin", "win32"} {
		if platforms[platform] {
			continue
		}
		row := Row{System: platformTitle(platform), Name: "CPython"}
		for _, method := range t.Methods {
			if !slices.Contains([]string{conformance.Spawn, conformance.Fork, conformance.Forkserver}, method) {
				row.Cells = append(row.Cells, Cell{NotOffered: true, Width: 1})
				continue
			}
			row.Cells = append(row.Cells, Cell{Documented: documentedFor(documented, behavior.ID, platform, method), Width: 1})
		}
		t.Rows = append(t.Rows, row.joined())
	}
	return t
}

// documentedFor returns the documented values of a cell.
func documentedFor(all []Documented, behavior, platform, method string) []Documented {
	var list []Documented
	for _, d := range all {
		if d.Behavior == behavior && slices.Contains(d.Platforms, platform) && (len(d.Methods) == 0 || slices.Contains(d.Methods, method)) {
			list = append(list, d)
		}
	}
	if platform == "win32" && method != conformance.Spawn && !slices.ContainsFunc(list, func(d Documented) bool { return len(d.Methods) == 0 }) {
		return []Documented{windowsMethods}
	}
	return list
}

// joined joins neighboring cells that are equal.
func (r Row) joined() Row {
	var cells []Cell
	for _, cell := range r.Cells {
		if last := len(cells) - 1; last >= 0 && slices.Equal(cells[last].Spans, cell.Spans) && cells[last].NotOffered == cell.NotOffered &&
			slices.EqualFunc(cells[last].Documented, cell.Documented, func(a, b Documented) bool { return a.Value == b.Value && a.Versions == b.Versions }) {
			cells[last].Width++
			continue
		}
		cells = append(cells, cell)
	}
	r.Cells = cells
	return r
}

// methods returns the start methods that a behavior is about: those of CPython, and those that were measured.
func (b builder) methods(behavior conformance.Behavior) []string {
	methods := []string{conformance.Spawn, conformance.Fork, conformance.Forkserver}
	for _, s := range b.systems {
		for _, o := range s.Behaviors {
			if o.Behavior != behavior.ID {
				continue
			}
			for _, outcome := range o.Outcomes {
				for _, list := range outcome.Where {
					for _, method := range list {
						if !slices.Contains(methods, method) {
							methods = append(methods, method)
						}
					}
				}
			}
		}
	}
	slices.Sort(methods[3:])
	return slices.DeleteFunc(methods, func(method string) bool {
		return len(behavior.Methods) > 0 && !slices.Contains(behavior.Methods, method) || slices.Contains(behavior.NotUnder, method)
	})
}

// spans returns the outcomes of a start method, the newest versions first.
func (b builder) spans(t *Table, f family, behavior, method string) []Span {
	type stretch struct {
		outcome     Outcome
		found       bool
		first, last int
	}
	var stretches []stretch
	any := false
	for n, i := range f.Versions {
		outcome, found := b.cells[outcomeKey{f.System, behavior, i.ID, method}]
		any = any || found
		if last := len(stretches) - 1; last >= 0 && stretches[last].found == found && sameOutcome(stretches[last].outcome, outcome) {
			stretches[last].last = n
			continue
		}
		stretches = append(stretches, stretch{outcome, found, n, n})
	}
	if !any {
		return nil
	}
	var spans []Span
	for _, s := range slices.Backward(stretches) {
		span := Span{Versions: f.versions(s.first, s.last), Class: "absent", Sign: "–", Text: "does not apply"}
		if s.found {
			span.Class, span.Sign, span.Text = describe(s.outcome)
			if s.outcome.Reason != "" {
				span.Note = t.note(s.outcome.Reason, s.outcome.URL)
			}
		}
		spans = append(spans, span)
	}
	return spans
}

func sameOutcome(a, b Outcome) bool {
	return a.Verdict == b.Verdict && a.Observed == b.Observed && a.Reason == b.Reason && a.URL == b.URL
}

// versions describes the members of a family from first to last.
func (f family) versions(first, last int) string {
	if first == 0 || last < len(f.Versions)-1 {
		return f.ranges(first, last)
	}
	since := "since " + f.Label(f.Versions[first])
	if gap := unmeasured(f.Versions[first-1], f.Versions[first]); gap != "" {
		since += " or earlier: " + gap + " not measured"
	}
	return since
}

// ranges lists the members from first to last. A range has no minor version that was not measured.
func (f family) ranges(first, last int) string {
	var list []string
	for from := first; from <= last; {
		to := from
		for to < last && !f.Versions[to].IsLibrary() && unmeasured(f.Versions[to], f.Versions[to+1]) == "" {
			to++
		}
		one := f.Label(f.Versions[from])
		if to > from {
			one += "–" + f.Label(f.Versions[to])
		}
		list = append(list, one)
		from = to + 1
	}
	return strings.Join(list, ", ")
}

// unmeasured names the minor versions between two versions.
func unmeasured(before, after Implementation) string {
	if after.IsLibrary() {
		return ""
	}
	var first, second [2]int
	for n, version := range []string{before.Version, after.Version} {
		parts := strings.Split(version, ".")
		if len(parts) < 2 {
			return ""
		}
		major, _ := strconv.Atoi(parts[0])
		minor, _ := strconv.Atoi(parts[1])
		if n == 0 {
			first = [2]int{major, minor}
		} else {
			second = [2]int{major, minor}
		}
	}
	switch {
	case first[0] != second[0] || second[1]-first[1] < 2:
		return ""
	case second[1]-first[1] == 2:
		return fmt.Sprintf("%d.%d", first[0], first[1]+1)
	}
	return fmt.Sprintf("%d.%d–%d.%d", first[0], first[1]+1, first[0], second[1]-1)
}

// note returns the number of the note with a reason.
func (t *Table) note(reason, url string) int {
	for _, n := range t.Notes {
		if n.Reason == reason && n.URL == url {
			return n.Number
		}
	}
	t.Notes = append(t.Notes, Note{len(t.Notes) + 1, reason, url})
	return len(t.Notes)
}

// describe returns the class, the sign and the words of an outcome.
func describe(o Outcome) (class, sign, text string) {
	switch o.Verdict {
	case conformance.Pass:
		if o.Observed != "" {
			return "observation", "", o.Observed
		}
		return "pass", "✓", "holds"
	case conformance.Known:
		return "known", "≈", "does not hold"
	case conformance.Fixed:
		return "fixed", "+", "holds, although a known difference is listed"
	case conformance.Absent:
		return "absent", "–", "absent"
	case conformance.Fail:
		return "fail", "✗", "does not hold"
	default:
		return string(o.Verdict), "!", string(o.Verdict)
	}
}
