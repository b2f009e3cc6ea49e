// Package ledger verifies the list of defects against the kept recordings, and renders it as a page.
package ledger

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/internal/kept"
	"github.com/singdance/singdance/stage"
)

// Ledger is the list of defects with what the kept recordings show of each.
type Ledger struct {
	Entries []Entry
}

// Entry is a defect with the implementations whose kept recordings show it.
type Entry struct {
	conformance.Defect
	ShownBy []string
}

// Class says how well a defect is seen.
type Class string

// The classes, the best first.
const (
	Failure    Class = "a behavior fails on it, and a kept recording shows that"
	Observed   Class = "an observation changes on it, and a kept recording shows that"
	Unshown    Class = "a behavior sees it, but no kept recording shows that"
	NoBehavior Class = "no behavior sees it yet"
	OutOfReach Class = "a suite that watches processes cannot see it"
)

// Classes returns all classes, the best first.
func Classes() []Class { return []Class{Failure, Observed, Unshown, NoBehavior, OutOfReach} }

// Class returns the class of the entry.
func (e Entry) Class() Class {
	switch {
	case e.NotSeen != "":
		return OutOfReach
	case e.NotYet != "":
		return NoBehavior
	}
	best := Unshown
	for _, s := range e.Seen {
		switch {
		case len(s.By) == 0:
		case s.How != conformance.SeenAsObservation:
			return Failure
		default:
			best = Observed
		}
	}
	return best
}

// Count returns the number of entries of a class.
func (l Ledger) Count(class Class) int {
	count := 0
	for _, e := range l.Entries {
		if e.Class() == class {
			count++
		}
	}
	return count
}

// Load reads the built-in list of defects and verifies what it says about the kept recordings.
func Load() (Ledger, error) {
	defects, err := conformance.LoadDefects()
	if err != nil {
		return Ledger{}, err
	}
	known, err := conformance.LoadExpectations()
	if err != nil {
		return Ledger{}, err
	}
	return Verify(defects, known)
}

// Verify judges the kept recordings that the defects name. Its error holds everything that a recording does not show.
func Verify(defects conformance.Defects, known conformance.Expectations) (Ledger, error) {
	var ledger Ledger
	var wrong []error
	for _, d := range defects {
		entry := Entry{Defect: d}
		for _, s := range d.Seen {
			for _, id := range s.Behaviors {
				b, _ := conformance.Find(id)
				if s.How == conformance.SeenAsKnown && !slices.ContainsFunc(known, func(e conformance.Expectation) bool { return slices.Contains(e.Behaviors, id) }) {
					wrong = append(wrong, fmt.Errorf("%s: no known difference is about %s", d.URL, id))
				}
				for _, name := range s.By {
					r, err := verify(d, s, b, name, known)
					if err != nil {
						wrong = append(wrong, fmt.Errorf("%s: %s on %s: %w", d.URL, id, name, err))
						continue
					}
					if who := r.Implementation.Title(); !slices.Contains(entry.ShownBy, who) {
						entry.ShownBy = append(entry.ShownBy, who)
					}
				}
			}
		}
		ledger.Entries = append(ledger.Entries, entry)
	}
	return ledger, errors.Join(wrong...)
}

// verify judges a behavior on the kept recording with a name.
func verify(d conformance.Defect, s conformance.Sight, b conformance.Behavior, name string, known conformance.Expectations) (*stage.Recording, error) {
	r, err := Find(b.Program, name)
	if err != nil {
		return nil, err
	}
	if err := affects(d, r); err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(mutation.Judged(r), func(other conformance.Behavior) bool { return other.ID == b.ID }) {
		return nil, errors.New("the behavior is not judged on this recording")
	}
	result := conformance.Judge(b, r, known)
	want := map[conformance.How]conformance.Verdict{
		conformance.SeenAsKnown: conformance.Known, conformance.SeenAsFailure: conformance.Fail, conformance.SeenAsObservation: conformance.Pass,
	}[s.How]
	if result.Verdict != want {
		return nil, fmt.Errorf("the verdict must be %s; it is %s: %s", want, result.Verdict, result.Reason)
	}
	text := regexp.MustCompile(s.Text)
	if seen := Seen(b, r); !text.MatchString(seen) {
		return nil, fmt.Errorf("what is seen must match %q; it is %q", s.Text, seen)
	}
	return r, unaffected(d, s, b, r.Method)
}

// newest is the folder of the good recordings of the newest release.
const newest = "cpython-3.15"

// unaffected returns an error if the text also matches what the newest CPython gives, although it does not have the defect.
func unaffected(d conformance.Defect, s conformance.Sight, b conformance.Behavior, method string) error {
	r, err := Find(b.Program, newest+"/"+method)
	if err != nil || d.Project == "cpython" && affects(d, r) == nil {
		return nil //nolint:nilerr // there is nothing to compare with
	}
	if seen := Seen(b, r); regexp.MustCompile(s.Text).MatchString(seen) {
		return fmt.Errorf("%q must tell the defect apart; it also matches %q of %s, which does not have the defect", s.Text, seen, newest)
	}
	return nil
}

// Seen returns the failures of a behavior on a recording, or what it observes.
func Seen(b conformance.Behavior, r *stage.Recording) string {
	result := conformance.Judge(b, r, nil)
	if b.Level == conformance.Observation {
		return result.Observed
	}
	seen := []string{result.Reason}
	for _, f := range result.Failures {
		seen = append(seen, f.String(), f.Detail)
	}
	return strings.Join(seen, "\n")
}

// affects returns an error if the defect is not about the recording's implementation, system or start method.
func affects(d conformance.Defect, r *stage.Recording) error {
	version := versionFor(d.Project, r.Implementation)
	if version == "" {
		return fmt.Errorf("a recording of %s shows nothing about %s", r.Implementation.Title(), d.Project)
	}
	if !slices.ContainsFunc(d.Affects, func(specifiers string) bool { return conformance.VersionIn(version, specifiers) }) {
		return fmt.Errorf("the version %s is not in %s", version, strings.Join(d.Affects, " or "))
	}
	if len(d.Platforms) > 0 && !slices.Contains(d.Platforms, r.Implementation.Platform) {
		return fmt.Errorf("the defect is not about %s", r.Implementation.Platform)
	}
	if len(d.Methods) > 0 && !slices.Contains(d.Methods, r.Method) {
		return fmt.Errorf("the defect is not about %s", r.Method)
	}
	return nil
}

// versionFor returns the version that counts for a project's defects, or "" if the implementation is of another project.
func versionFor(project string, i implementation.Implementation) string {
	switch {
	case project == "cpython" && i.Interpreter == "cpython" && i.Module == "multiprocessing":
		return i.Version
	case project == "pypy" && i.Interpreter == "pypy":
		return i.Release
	case project == "joblib" && strings.HasPrefix(i.Module, "joblib"), project == i.Module:
		return i.ModuleVersion
	}
	return ""
}

// Find reads the kept recording of a program with a name such as cpython-3.6/forkserver.
func Find(program, name string) (*stage.Recording, error) {
	for _, kind := range []string{kept.Good, kept.Known, kept.Defects} {
		r, err := File(program, kind, name).Load()
		if !errors.Is(err, os.ErrNotExist) {
			return r, err
		}
	}
	return nil, fmt.Errorf("no recording %s of %s is kept: record it with go run ./internal/record", name, program)
}

// File returns the file of a recording of a program with a name such as cpython-3.6/forkserver.
func File(program, kind, name string) kept.File {
	who, method, _ := strings.Cut(name, "/")
	return kept.File{Program: program, Kind: kind, Implementation: who, Method: method}
}
