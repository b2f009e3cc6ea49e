package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/singdance/singdance/conformance"
)

// symbols stand for verdicts in the matrix. A blank cell means that the behavior does not apply to the method.
var symbols = map[conformance.Verdict]string{
	conformance.Pass:    "✓",
	conformance.Fail:    "✗",
	conformance.Known:   "≈",
	conformance.Fixed:   "+",
	conformance.Absent:  "–",
	conformance.Crash:   "!",
	conformance.Timeout: "T",
	conformance.Error:   "E",
	conformance.Skipped: "·",
}

// column is one implementation in the matrix. Its cells hold one symbol for each method.
type column struct {
	id      string
	methods []string
}

// matrix holds the results by behavior, implementation and method before they are rendered.
type matrix struct {
	columns []column
	rows    []string // ids of behaviors
	cells   map[conformance.CellKey]string
	values  map[string][]string // by observation: what was seen, in alphabetical order, which is that of the letters
	results map[conformance.CellKey]conformance.Result
}

// newMatrix arranges the results. It leaves out rows and columns that were skipped completely.
func newMatrix(results []conformance.Result) matrix {
	m := matrix{cells: map[conformance.CellKey]string{}, values: map[string][]string{}, results: map[conformance.CellKey]conformance.Result{}}
	for _, result := range results {
		if notSelected(result) {
			continue
		}
		n := slices.IndexFunc(m.columns, func(c column) bool { return c.id == result.Implementation })
		if n < 0 {
			n = len(m.columns)
			m.columns = append(m.columns, column{id: result.Implementation})
		}
		if !slices.Contains(m.columns[n].methods, result.Method) {
			m.columns[n].methods = append(m.columns[n].methods, result.Method)
		}
		m.results[result.Key()] = result
		if isObserved(result) && !slices.Contains(m.values[result.Behavior], result.Observed) {
			m.values[result.Behavior] = append(m.values[result.Behavior], result.Observed)
		}
	}
	for id := range m.values {
		slices.Sort(m.values[id]) // so that a letter does not depend on the order of the implementations
	}
	for key, result := range m.results {
		m.cells[key] = m.symbol(result)
	}
	for _, b := range conformance.All() {
		if slices.ContainsFunc(results, func(r conformance.Result) bool {
			_, shown := m.cells[r.Key()]
			return shown && r.Behavior == b.ID
		}) {
			m.rows = append(m.rows, b.ID)
		}
	}
	for n := range m.columns {
		slices.Sort(m.columns[n].methods) // fork, forkserver, spawn: the same order in every column
	}
	return m
}

// notSelected reports whether the user left the result out.
func notSelected(r conformance.Result) bool {
	return r.Verdict == conformance.Skipped && strings.HasPrefix(r.Reason, "not selected")
}

// keepDifferent removes the rows in which all cells are the same, and returns their number.
func (m *matrix) keepDifferent() int {
	before := len(m.rows)
	m.rows = slices.DeleteFunc(m.rows, func(id string) bool {
		seen := map[string]bool{}
		for key, symbol := range m.cells {
			if key.Behavior == id {
				seen[symbol] = true
			}
		}
		return len(seen) == 1 && !seen[symbols[conformance.Fail]] && !seen[symbols[conformance.Crash]] &&
			!seen[symbols[conformance.Timeout]] && !seen[symbols[conformance.Error]]
	})
	return before - len(m.rows)
}

// isObserved reports whether a result has a letter instead of a symbol.
func isObserved(r conformance.Result) bool {
	return r.Verdict == conformance.Pass && r.Level == conformance.Observation
}

// symbol returns the symbol of a verdict, or the letter of an observation.
func (m matrix) symbol(result conformance.Result) string {
	if !isObserved(result) {
		return symbols[result.Verdict]
	}
	return letter(slices.Index(m.values[result.Behavior], result.Observed))
}

// letter returns a, b, …, z, and then numbers.
func letter(n int) string {
	if n < 26 {
		return string(rune('a' + n))
	}
	return fmt.Sprint(n)
}

// abbreviation returns a start method in two characters.
func abbreviation(method string) string {
	switch method {
	case "spawn":
		return "sp"
	case "fork":
		return "fo"
	case "forkserver":
		return "fs"
	}
	if first, second, found := strings.Cut(method, "_"); found && first != "" && second != "" {
		return string([]rune(first)[:1]) + string([]rune(second)[:1]) // loky_init_main, next to loky
	}
	return string([]rune(method + "  ")[:2])
}

// word makes an ID or the name of a method safe for every renderer. The names in this suite are safe already, but results can
// come from anywhere.
func word(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-+._", r) {
			return r
		}
		return '_'
	}, text)
}

// heading returns the ID of an implementation in several lines, with its methods below.
func (c column) heading() string {
	lines := strings.Split(strings.ReplaceAll(word(c.id), "+", "-"), "-")
	var short []string
	for _, method := range c.methods {
		short = append(short, abbreviation(word(method)))
	}
	return strings.Join(append(lines, strings.Join(short, " ")), "\n")
}

func (m matrix) cell(behavior string, c column, paint painter) string {
	var parts []string
	for _, method := range c.methods {
		key := conformance.CellKey{Implementation: c.id, Method: method, Behavior: behavior}
		symbol := m.cells[key]
		parts = append(parts, paint(m.results[key].Verdict, symbol)+strings.Repeat(" ", 2-min(2, len([]rune(symbol)))))
	}
	return strings.TrimRight(strings.Join(parts, " "), " ")
}

// painter colors the symbol of a verdict.
type painter func(conformance.Verdict, string) string

func uncolored(_ conformance.Verdict, symbol string) string { return symbol }

// placeholder is a blank for renderers that collapse spaces.
const placeholder = "▫"

func placed(_ conformance.Verdict, symbol string) string { return cmp.Or(symbol, placeholder) }

func colored(verdict conformance.Verdict, symbol string) string {
	switch verdict {
	case conformance.Fail, conformance.Crash, conformance.Timeout, conformance.Error:
		return text.FgRed.Sprint(symbol)
	case conformance.Known, conformance.Fixed:
		return text.FgYellow.Sprint(symbol)
	case conformance.Pass:
		if symbol == symbols[verdict] { // not the letter of an observation
			return text.FgGreen.Sprint(symbol)
		}
	case conformance.Absent, conformance.Skipped:
	}
	return symbol
}

// tables splits the matrix into as many tables as the width requires.
func (m matrix) tables(width int, paint painter) []table.Writer {
	label := 0
	for _, row := range m.rows {
		label = max(label, len(row))
	}
	var all []table.Writer
	for rest := m.columns; len(rest) > 0; {
		used, n := label+4, 0
		for n < len(rest) {
			used += text.LongestLineLen(rest[n].heading()) + 3
			if n > 0 && used > width {
				break
			}
			n++
		}
		// A cell with many methods can be wider than its heading.
		all = append(all, m.table(rest[:n], paint))
		rest = rest[n:]
	}
	return all
}

func (m matrix) table(columns []column, paint painter) table.Writer {
	t := table.NewWriter()
	t.SetStyle(table.StyleLight)
	t.Style().Format.Header = text.FormatDefault
	header := table.Row{"behavior"}
	for _, c := range columns {
		header = append(header, c.heading())
	}
	t.AppendHeader(header)
	group := ""
	for _, id := range m.rows {
		b, _ := conformance.Find(id)
		if b.Group() != group {
			group = b.Group()
			t.AppendSeparator()
			t.AppendRow(table.Row{groupHeading(group)})
		}
		row := table.Row{id}
		for _, c := range columns {
			row = append(row, m.cell(id, c, paint))
		}
		t.AppendRow(row)
	}
	return t
}

// groupHeading returns the name of a group, for a row of its own.
func groupHeading(group string) string { return "[" + group + "]" }

// verdicts returns the verdicts that the matrix shows.
func (m matrix) verdicts() []conformance.Verdict {
	shown := map[conformance.Verdict]bool{}
	for _, result := range m.results {
		shown[result.Verdict] = true
	}
	return slices.DeleteFunc(conformance.Verdicts(), func(v conformance.Verdict) bool { return !shown[v] })
}

// legend explains the symbols that the matrix shows, and what blank means.
func (m matrix) legend(blank string) string {
	var shown []string
	for _, verdict := range m.verdicts() {
		shown = append(shown, symbols[verdict]+" "+string(verdict))
	}
	var methods []string
	for _, c := range m.columns {
		for _, method := range c.methods {
			if short := abbreviation(word(method)) + " " + word(method); !slices.Contains(methods, short) {
				methods = append(methods, short)
			}
		}
	}
	slices.Sort(methods)
	return strings.Join(shown, "   ") + "\n" + strings.Join(methods, "   ") + "   " + blank + " does not apply to this method   a, b, …: what was observed, below"
}
