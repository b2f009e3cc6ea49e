// Package site makes the reference: a static site that answers questions about start methods from recorded results.
//
// The results are in data files, one for each system, which are much smaller than the results of a run. The questions and
// their answers are in questions.yaml. What a run measured and what is only documented never share a cell.
package site

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

// dataSchema is the version of the format of data files.
const dataSchema = 1

// DataFile is the name of the data file in the folder of a system.
const DataFile = "results.json"

// maxData is the size in bytes of the largest data file that is read.
const maxData = 64 << 20

// System holds the results that were measured on one system, such as linux-x86_64.
type System struct {
	Schema          int              `json:"singdance_data"`
	Name            string           `json:"system"`
	Implementations []Implementation `json:"implementations"`
	Behaviors       []Outcomes       `json:"behaviors"`
}

// Implementation is an implementation whose results are in the data, and when they were measured.
type Implementation struct {
	implementation.Implementation
	Measured string `json:"measured"`       // the day of the run, such as 2026-11-28
	Suite    string `json:"suite"`          // the version of singdance
	Wine     bool   `json:"wine,omitempty"` // Wine ran it in place of Windows
}

// MarshalJSON writes only what the site uses. Paths of the machine are left out.
func (i Implementation) MarshalJSON() ([]byte, error) {
	return json.Marshal(storedImplementation{
		i.ID, i.Interpreter, i.Version, i.Release, i.Module, i.ModuleVersion, i.Platform, i.Machine, i.Methods, i.Default,
		i.Measured, i.Suite, i.Wine,
	})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (i *Implementation) UnmarshalJSON(text []byte) error {
	var s storedImplementation
	if err := json.Unmarshal(text, &s); err != nil {
		return err
	}
	*i = Implementation{implementation.Implementation{
		ID: s.ID, Interpreter: s.Interpreter, Version: s.Version, Release: s.Release, Module: s.Module, ModuleVersion: s.ModuleVersion,
		Platform: s.Platform, Machine: s.Machine, Methods: s.Methods, Default: s.Default,
	}, s.Measured, s.Suite, s.Wine}
	return nil
}

type storedImplementation struct {
	ID            string   `json:"id"`
	Interpreter   string   `json:"interpreter"`
	Version       string   `json:"version"`
	Release       string   `json:"release,omitempty"`
	Module        string   `json:"module"`
	ModuleVersion string   `json:"module_version,omitempty"`
	Platform      string   `json:"platform"`
	Machine       string   `json:"machine"`
	Methods       []string `json:"methods"`
	Default       string   `json:"default"`
	Measured      string   `json:"measured"`
	Suite         string   `json:"suite"`
	Wine          bool     `json:"wine,omitempty"`
}

// Outcomes holds the different outcomes of one behavior.
type Outcomes struct {
	Behavior string    `json:"behavior"`
	Outcomes []Outcome `json:"outcomes"`
}

// Outcome is one outcome, and the implementations and start methods that have it.
type Outcome struct {
	Verdict  conformance.Verdict `json:"verdict"`
	Observed string              `json:"observed,omitempty"`
	Reason   string              `json:"reason,omitempty"`
	URL      string              `json:"url,omitempty"`
	Where    map[string][]string `json:"where"` // implementation → start methods
}

// ReadData returns the systems in a folder of data, which may not exist yet.
func ReadData(folder string) ([]System, error) {
	systems, err := Read(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return systems, err
}

// Read returns the systems in a folder that holds a data file, a folder of such folders, or a folder that
// `singdance run --output` wrote.
func Read(folder string) ([]System, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*", DataFile))
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(folder, DataFile)); err == nil {
		files = []string{filepath.Join(folder, DataFile)}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: %w", filepath.Join(folder, DataFile), fs.ErrNotExist)
	}
	var systems []System
	for _, file := range files {
		read, err := readFile(file)
		if err != nil {
			return nil, err
		}
		systems = append(systems, read...)
	}
	return Merge(systems), nil
}

// readFile reads a data file or the results of a run.
func readFile(file string) ([]System, error) {
	text, err := stage.ReadFile(file, 4*maxData)
	if err != nil {
		return nil, err
	}
	var s System
	if err := json.Unmarshal(text, &s); err == nil && s.Schema != 0 {
		if s.Schema != dataSchema {
			return nil, fmt.Errorf("%s has the data schema %d; this program reads %d", file, s.Schema, dataSchema)
		}
		return []System{s}, nil
	}
	r, err := report.Load(filepath.Dir(file))
	if err != nil {
		return nil, err
	}
	systems, err := FromReport(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return systems, nil
}

// FromReport returns the results of a run by system. A run that was stopped, or that judged only a part of the behaviors, is
// refused: its gaps would look like behaviors that do not apply. Programs that a driver does not have are no such gap.
func FromReport(r *report.Report) ([]System, error) {
	if r.Stopped {
		return nil, errors.New("the run was stopped; the reference needs a complete run")
	}
	if len(r.Results) == 0 {
		return nil, errors.New("it holds no results")
	}
	for _, result := range r.Results {
		switch result.Verdict {
		case conformance.Error:
			return nil, fmt.Errorf("the suite itself failed in %s on %s; repeat the run", result.Behavior, result.Implementation)
		case conformance.Skipped:
			i, found := r.Implementation(result.Implementation)
			b := behaviors()[result.Behavior]
			if found && b.Program != "" {
				if _, lacking := i.Lacking(b.Program); lacking {
					continue
				}
			}
			return nil, fmt.Errorf("%s was skipped on %s: %s; the reference needs a run of all behaviors", result.Behavior, result.Implementation, result.Reason)
		default:
		}
	}
	byName := map[string]*System{}
	var names []string
	judged, wine := r.JudgedIDs(), strings.Contains(r.System, "(Wine")
	for _, i := range r.Implementations {
		if !slices.Contains(judged, i.ID) {
			continue
		}
		name := systemName(i)
		if wine {
			name += wineSuffix
		}
		if byName[name] == nil {
			byName[name] = &System{Schema: dataSchema, Name: name}
			names = append(names, name)
		}
		s := byName[name]
		s.Implementations = append(s.Implementations, Implementation{
			i, r.Started.UTC().Format(time.DateOnly), r.Suite, wine,
		})
		for _, result := range r.Results {
			if result.Implementation == i.ID {
				s.add(result)
			}
		}
	}
	var systems []System
	for _, name := range names {
		systems = append(systems, byName[name].sorted())
	}
	return systems, nil
}

// wineSuffix ends the name of a system that Wine imitates. Its results never take the place of those of Windows.
const wineSuffix = "-wine"

// systemName returns the name of a system, which is the same for Python and Go.
func systemName(i implementation.Implementation) string {
	machine := strings.ToLower(i.Machine)
	switch machine {
	case "amd64", "x64":
		machine = "x86_64"
	case "aarch64":
		machine = "arm64"
	}
	platform := i.Platform
	if platform == "windows" {
		platform = "win32"
	}
	return cmp.Or(platform, "unknown") + "-" + cmp.Or(machine, "unknown")
}

// add adds one result. Results with equal outcomes share an entry.
func (s *System) add(r conformance.Result) {
	n := slices.IndexFunc(s.Behaviors, func(o Outcomes) bool { return o.Behavior == r.Behavior })
	if n < 0 {
		n = len(s.Behaviors)
		s.Behaviors = append(s.Behaviors, Outcomes{Behavior: r.Behavior})
	}
	list := &s.Behaviors[n].Outcomes
	reason := r.Reason
	if r.Verdict == conformance.Pass {
		reason = ""
	}
	m := slices.IndexFunc(*list, func(o Outcome) bool {
		return o.Verdict == r.Verdict && o.Observed == r.Observed && o.Reason == reason && o.URL == r.URL
	})
	if m < 0 {
		m = len(*list)
		*list = append(*list, Outcome{Verdict: r.Verdict, Observed: r.Observed, Reason: reason, URL: r.URL, Where: map[string][]string{}})
	}
	where := (*list)[m].Where
	if !slices.Contains(where[r.Implementation], r.Method) {
		where[r.Implementation] = append(where[r.Implementation], r.Method)
	}
}

// sorted returns the system in its normal form, so that equal data are equal files.
func (s System) sorted() System {
	slices.SortStableFunc(s.Implementations, func(a, b Implementation) int { return compareImplementations(a, b) })
	order := map[string]int{}
	for n, b := range conformance.All() {
		order[b.ID] = n
	}
	s.Behaviors = slices.DeleteFunc(s.Behaviors, func(o Outcomes) bool {
		_, found := order[o.Behavior]
		return !found || len(o.Outcomes) == 0 // a retired behavior
	})
	slices.SortFunc(s.Behaviors, func(a, b Outcomes) int { return order[a.Behavior] - order[b.Behavior] })
	for _, o := range s.Behaviors {
		for _, outcome := range o.Outcomes {
			for _, methods := range outcome.Where {
				slices.Sort(methods)
			}
		}
		slices.SortFunc(o.Outcomes, func(a, b Outcome) int {
			return cmp.Or(slices.Index(conformance.Verdicts(), a.Verdict)-slices.Index(conformance.Verdicts(), b.Verdict),
				cmp.Compare(a.Observed, b.Observed), cmp.Compare(a.Reason, b.Reason), cmp.Compare(a.URL, b.URL))
		})
	}
	return s
}

// compareImplementations orders by interpreter, module and version.
func compareImplementations(a, b Implementation) int {
	return cmp.Or(cmp.Compare(familyRank(a), familyRank(b)), cmp.Compare(a.Interpreter, b.Interpreter), cmp.Compare(a.Module, b.Module),
		implementation.CompareVersions(a.Version, b.Version), implementation.CompareVersions(a.Release, b.Release), cmp.Compare(a.ID, b.ID))
}

// behaviors finds a behavior by its ID. Making the site asks many thousands of times.
var behaviors = sync.OnceValue(func() map[string]conformance.Behavior {
	byID := map[string]conformance.Behavior{}
	for _, b := range conformance.All() {
		byID[b.ID] = b
	}
	return byID
})

// results returns the results of the implementations that are selected, as a run has them.
func (s System) results(selected func(id string) bool) []conformance.Result {
	var all []conformance.Result
	for _, o := range s.Behaviors {
		b := behaviors()[o.Behavior]
		for _, outcome := range o.Outcomes {
			for id, methods := range outcome.Where {
				if !selected(id) {
					continue
				}
				for _, method := range methods {
					all = append(all, conformance.Result{
						Behavior: o.Behavior, Group: b.Group(), Level: b.Level, Implementation: id, Method: method,
						Verdict: outcome.Verdict, Observed: outcome.Observed, Reason: outcome.Reason, URL: outcome.URL, Evidence: []string{},
					})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b conformance.Result) int {
		return cmp.Or(cmp.Compare(a.Implementation, b.Implementation), cmp.Compare(a.Method, b.Method))
	})
	return all
}

// without returns the system without the results of the implementations with these IDs.
func (s System) without(ids []string) System {
	kept := System{Schema: s.Schema, Name: s.Name}
	for _, i := range s.Implementations {
		if !slices.Contains(ids, i.ID) {
			kept.Implementations = append(kept.Implementations, i)
		}
	}
	for _, r := range s.results(func(id string) bool { return !slices.Contains(ids, id) }) {
		kept.add(r)
	}
	return kept
}

// Merge joins systems with the same name. Later results of an implementation replace all of its earlier results.
func Merge(systems []System) []System {
	var merged []System
	for _, s := range systems {
		n := slices.IndexFunc(merged, func(other System) bool { return other.Name == s.Name })
		if n < 0 {
			merged = append(merged, s.sorted())
			continue
		}
		var ids []string
		for _, i := range s.Implementations {
			ids = append(ids, i.ID)
		}
		joined := merged[n].without(ids)
		joined.Implementations = append(joined.Implementations, s.Implementations...)
		for _, r := range s.results(func(string) bool { return true }) {
			joined.add(r)
		}
		merged[n] = joined.sorted()
	}
	slices.SortFunc(merged, func(a, b System) int {
		return cmp.Or(cmp.Compare(systemRank(a.Name), systemRank(b.Name)), cmp.Compare(a.Name, b.Name))
	})
	return merged
}

// systemRank puts Linux first, then macOS, then Windows.
func systemRank(name string) int {
	for n, platform := range []string{"linux", "darwin", "win32"} {
		if strings.HasPrefix(name, platform+"-") {
			return n
		}
	}
	return 3
}

// Write writes each system to its file below the folder.
func Write(folder string, systems []System) error {
	for _, s := range systems {
		if strings.ContainsAny(s.Name, `/\:`) || strings.HasPrefix(s.Name, ".") {
			return fmt.Errorf("%q cannot be the name of a folder", s.Name)
		}
		text, err := s.encode()
		if err != nil {
			return err
		}
		if err := stage.WriteFile(filepath.Join(folder, s.Name, DataFile), text); err != nil {
			return err
		}
	}
	return nil
}

// encode writes one line for each implementation and outcome, so that a diff of two files is readable.
func (s System) encode() ([]byte, error) {
	var out bytes.Buffer
	line := func(prefix string, value any, suffix string) error {
		var text bytes.Buffer
		encoder := json.NewEncoder(&text)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(value); err != nil {
			return err
		}
		fmt.Fprintf(&out, "%s%s%s\n", prefix, bytes.TrimSpace(text.Bytes()), suffix)
		return nil
	}
	comma := func(n, length int) string {
		if n < length-1 {
			return ","
		}
		return ""
	}
	fmt.Fprintf(&out, "{\n \"singdance_data\": %d,\n \"system\": %q,\n \"implementations\": [\n", dataSchema, s.Name)
	for n, i := range s.Implementations {
		if err := line("  ", i, comma(n, len(s.Implementations))); err != nil {
			return nil, err
		}
	}
	fmt.Fprint(&out, " ],\n \"behaviors\": [\n")
	for n, o := range s.Behaviors {
		fmt.Fprintf(&out, "  {\"behavior\": %q, \"outcomes\": [\n", o.Behavior)
		for m, outcome := range o.Outcomes {
			if err := line("   ", outcome, comma(m, len(o.Outcomes))); err != nil {
				return nil, err
			}
		}
		fmt.Fprintf(&out, "  ]}%s\n", comma(n, len(s.Behaviors)))
	}
	fmt.Fprint(&out, " ]\n}\n")
	return out.Bytes(), nil
}

// Report returns the results of some implementations of the system as a run has them, for a comparison.
func (s System) Report(ids ...string) *report.Report {
	r := &report.Report{Schema: report.Schema, System: s.Name}
	for _, i := range s.Implementations {
		if slices.Contains(ids, i.ID) {
			r.Implementations = append(r.Implementations, i.Implementation)
		}
	}
	r.Results = s.results(func(id string) bool { return slices.Contains(ids, id) })
	return r
}
