package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/internal/plain"
)

// Kind is how a result differs between two runs.
type Kind string

// The kinds, in the order of the output.
const (
	NewlyFailing      Kind = "newly failing"
	NewlyKnown        Kind = "newly known"
	NewlyPassing      Kind = "newly passing"
	Observed          Kind = "observed differently"
	JudgedDifferently Kind = "judged differently" // both violate the behavior, in different ways
	Appeared          Kind = "new"
	Gone              Kind = "gone"
)

// Kinds returns all kinds in the order of the output.
func Kinds() []Kind {
	return []Kind{NewlyFailing, NewlyKnown, NewlyPassing, Observed, JudgedDifferently, Appeared, Gone}
}

// Change is the difference of one behavior under some start methods.
type Change struct {
	Kind          Kind
	Behavior      string
	Methods       []string
	Before, After string // verdicts with their reasons, or what was observed
}

// Pair is two implementations that were compared.
type Pair struct {
	Before, After implementation.Implementation
	Changes       []Change
	Same          int      // results that do not differ
	Uncompared    int      // results that one of the two runs left out
	Lost, Gained  []string // the start methods that only the first one offers, and those that only the second one offers
}

// Difference is what changed between two runs.
type Difference struct {
	Pairs              []Pair
	OnlyBefore, OnlyIn []implementation.Implementation // without a counterpart: in the first run, in the second
}

// Compare returns what changed from one run to another. It compares implementations with the same ID; then those with the same
// interpreter, module and minor version; and if each run then has one implementation left, those two. The last rule compares two
// versions, interpreters or libraries.
func Compare(before, after *Report) Difference {
	var d Difference
	first, second := before.judged(), after.judged()
	for _, same := range []func(a, b implementation.Implementation) bool{sameID, sameSeries} {
		for _, i := range slices.Clone(first) {
			partners := chosen(second, func(j implementation.Implementation) bool { return same(i, j) })
			candidates := chosen(first, func(j implementation.Implementation) bool { return same(i, j) })
			if len(partners) == 1 && len(candidates) == 1 {
				d.Pairs = append(d.Pairs, compare(before, after, i, partners[0]))
				first, second = without(first, i), without(second, partners[0])
			}
		}
	}
	if len(first) == 1 && len(second) == 1 {
		d.Pairs = append(d.Pairs, compare(before, after, first[0], second[0]))
		return d
	}
	d.OnlyBefore, d.OnlyIn = first, second
	return d
}

// judged returns the implementations that have results.
func (r *Report) judged() []implementation.Implementation {
	return chosen(r.Implementations, func(i implementation.Implementation) bool {
		return slices.ContainsFunc(r.Results, func(result conformance.Result) bool { return result.Implementation == i.ID })
	})
}

// JudgedIDs returns the IDs of the implementations that have results.
func (r *Report) JudgedIDs() []string {
	var list []string
	for _, i := range r.judged() {
		list = append(list, i.ID)
	}
	return list
}

func sameID(a, b implementation.Implementation) bool { return a.ID == b.ID }

// sameSeries reports whether two implementations differ only in the patch level.
func sameSeries(a, b implementation.Implementation) bool {
	return a.Interpreter == b.Interpreter && a.Module == b.Module && implementation.Series(a.Version) == implementation.Series(b.Version)
}

func chosen(from []implementation.Implementation, choose func(implementation.Implementation) bool) []implementation.Implementation {
	return slices.DeleteFunc(slices.Clone(from), func(i implementation.Implementation) bool { return !choose(i) })
}

func without(from []implementation.Implementation, one implementation.Implementation) []implementation.Implementation {
	return chosen(from, func(i implementation.Implementation) bool { return i.ID != one.ID })
}

// compare compares the results of two implementations, behavior by behavior in the order of the registry.
func compare(before, after *Report, a, b implementation.Implementation) Pair {
	pair := Pair{Before: a, After: b, Lost: missing(a, b), Gained: missing(b, a)}
	old, recent := before.of(a.ID), after.of(b.ID)
	order := slices.Concat(recent, old)
	seen := map[[2]string]bool{}
	for _, behavior := range conformance.All() {
		for _, result := range order {
			key := [2]string{result.Behavior, result.Method}
			if result.Behavior == behavior.ID && !seen[key] && a.Offers(result.Method) && b.Offers(result.Method) {
				seen[key] = true
				pair.add(behavior.ID, result.Method, find(old, key), find(recent, key))
			}
		}
	}
	return pair
}

// missing returns the start methods that one implementation offers and another does not.
func missing(from, in implementation.Implementation) []string {
	return slices.DeleteFunc(slices.Clone(from.Methods), in.Offers)
}

// of returns the results of an implementation.
func (r *Report) of(id string) []conformance.Result {
	return slices.DeleteFunc(slices.Clone(r.Results), func(result conformance.Result) bool { return result.Implementation != id })
}

// find returns the result of a behavior with a start method. A missing result counts as absent.
func find(results []conformance.Result, key [2]string) conformance.Result {
	n := slices.IndexFunc(results, func(r conformance.Result) bool { return r.Behavior == key[0] && r.Method == key[1] })
	if n < 0 {
		return conformance.Result{Verdict: conformance.Absent, Reason: "does not apply"}
	}
	return results[n]
}

func (p *Pair) add(behavior, method string, before, after conformance.Result) {
	kind, changed := kindOf(before, after)
	switch {
	case changed:
		p.merge(Change{kind, behavior, []string{method}, outcome(before), outcome(after)})
	case kind == uncompared:
		p.Uncompared++
	default:
		p.Same++
	}
}

// merge adds a change to an equal one of other start methods.
func (p *Pair) merge(change Change) {
	for n, one := range p.Changes {
		if one.Kind == change.Kind && one.Behavior == change.Behavior && one.Before == change.Before && one.After == change.After {
			p.Changes[n].Methods = append(one.Methods, change.Methods...)
			return
		}
	}
	p.Changes = append(p.Changes, change)
}

const uncompared Kind = "not compared"

// kindOf returns how two results differ, and reports whether they differ.
func kindOf(before, after conformance.Result) (Kind, bool) {
	leftOut := func(r conformance.Result) bool {
		return r.Verdict == conformance.Skipped || r.Verdict == conformance.Error
	}
	there := func(r conformance.Result) bool { return r.Verdict != conformance.Absent }
	good := func(r conformance.Result) bool {
		return r.Verdict == conformance.Pass || r.Verdict == conformance.Fixed
	}
	switch {
	case leftOut(before) || leftOut(after):
		return uncompared, false
	case !there(before) && !there(after):
		return "", false
	case after.Verdict.Unexpected() && !before.Verdict.Unexpected():
		return NewlyFailing, true
	case !there(before):
		return Appeared, true
	case !there(after):
		return Gone, true
	case good(before) && after.Verdict == conformance.Known:
		return NewlyKnown, true
	case !good(before) && good(after):
		return NewlyPassing, true
	case before.Observed != after.Observed:
		return Observed, true
	case good(before) && good(after):
		return "", false
	}
	return JudgedDifferently, before.Verdict != after.Verdict || seen(before) != seen(after)
}

// seen returns what was seen of a behavior that does not hold. For a known difference that is the first failure, because
// the reason explains the difference instead.
func seen(r conformance.Result) string {
	if r.Verdict == conformance.Known && len(r.Failures) > 0 {
		return r.Failures[0].String()
	}
	return r.Reason
}

// outcome describes a result for a reader.
func outcome(r conformance.Result) string {
	switch {
	case r.Observed != "":
		return r.Observed
	case r.Reason == "":
		return string(r.Verdict)
	case r.Behavior == "": // a missing result
		return r.Reason
	}
	return string(r.Verdict) + ": " + r.Reason
}

// Count returns the number of changes of a kind. Each start method counts.
func (d Difference) Count(kind Kind) int {
	count := 0
	for _, pair := range d.Pairs {
		for _, change := range pair.Changes {
			if change.Kind == kind {
				count += len(change.Methods)
			}
		}
	}
	return count
}

// Sentence returns the difference in one sentence.
func (d Difference) Sentence() string {
	if len(d.Pairs) == 0 {
		return "nothing was compared: no implementation of one run has a counterpart in the other"
	}
	var parts []string
	for _, kind := range Kinds() {
		if count := d.Count(kind); count > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", count, kind))
		}
	}
	if len(parts) == 0 {
		parts = []string{"nothing has changed"}
	}
	return plural(len(d.Pairs), "pair") + " compared: " + strings.Join(parts, ", ")
}

// Text writes the difference for a terminal.
func (d Difference) Text(out io.Writer) {
	for _, pair := range d.Pairs {
		name := pair.Before.ID
		if pair.Before.ID != pair.After.ID {
			name += " → " + pair.After.ID
		}
		fmt.Fprintln(out, plain.Line(name))
		for _, offer := range []struct {
			side    string
			methods []string
		}{{"first", pair.Lost}, {"second", pair.Gained}} {
			if len(offer.methods) > 0 {
				fmt.Fprintf(out, "  only the %s offers %s\n", offer.side, plain.Line(strings.Join(offer.methods, ", ")))
			}
		}
		for _, kind := range Kinds() {
			var lines []string
			for _, change := range pair.Changes {
				if change.Kind == kind {
					lines = append(lines, change.lines()...)
				}
			}
			if len(lines) > 0 {
				fmt.Fprintf(out, "\n  %s\n", kind)
			}
			for _, line := range lines {
				fmt.Fprintln(out, "    "+plain.Line(line))
			}
		}
		fmt.Fprintf(out, "\n  %d the same", pair.Same)
		if pair.Uncompared > 0 {
			fmt.Fprintf(out, ", %d not compared: one of the runs left them out", pair.Uncompared)
		}
		fmt.Fprint(out, "\n\n")
	}
	for _, unpaired := range []struct {
		where string
		list  []implementation.Implementation
	}{{"first", d.OnlyBefore}, {"second", d.OnlyIn}} {
		for _, i := range unpaired.list {
			fmt.Fprintf(out, "%s is only in the %s run\n", plain.Line(i.ID), unpaired.where)
		}
	}
	fmt.Fprintln(out, d.Sentence())
}

// lines describes a change. Long outcomes get lines of their own.
func (c Change) lines() []string {
	const narrow = 60
	head := fmt.Sprintf("%s (%s)", c.Behavior, strings.Join(c.Methods, ", "))
	if len(c.Before)+len(c.After) <= narrow {
		return []string{fmt.Sprintf("%s: %s → %s", head, c.Before, c.After)}
	}
	return []string{head + ":", "    " + c.Before, "  → " + c.After}
}
