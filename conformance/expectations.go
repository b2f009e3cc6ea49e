package conformance

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	pep440 "github.com/aquasecurity/go-pep440-version"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

// Expectation is a known difference of some implementations from some behaviors.
type Expectation struct {
	Behaviors   []string `yaml:"behaviors"`
	Interpreter string   `yaml:"interpreter"` // empty: any
	Module      string   `yaml:"module"`      // empty: any
	Modules     []string `yaml:"modules"`     // several, in place of Module
	Version     string   `yaml:"version"`     // PEP 440 specifiers of Implementation.Version; empty: any
	Release     string   `yaml:"release"`     // PEP 440 specifiers of Implementation.Release; empty: any
	ModuleVer   string   `yaml:"module_version"`
	Platforms   []string `yaml:"platforms"` // as Implementation.Platform; empty: any
	Methods     []string `yaml:"methods"`   // empty: any
	Verdict     Verdict  `yaml:"verdict"`   // what is expected: fail if empty, crash or timeout
	Race        bool     `yaml:"race"`      // it depends on who is faster: where it is not seen, it is not gone
	Reason      string   `yaml:"reason"`    // for the reader of a report
	URL         string   `yaml:"url"`       // the issue, change or source line that it stands on
}

// Expectations are all that were loaded.
type Expectations []Expectation

// specifier is one specifier; the library takes more than PEP 440 has, a bare version for ==, for example.
var specifier = regexp.MustCompile(`^(~=|===?|!=|<=?|>=?)\s*[^\s|]+$`)

func (e Expectation) check() error {
	for _, id := range e.Behaviors {
		b, found := Find(id)
		if !found {
			return fmt.Errorf("there is no behavior %q", id)
		}
		if b.Level == Observation {
			return fmt.Errorf("the behavior %q is an observation, which never fails", id)
		}
	}
	for _, specifiers := range []string{e.Version, e.Release, e.ModuleVer} {
		if specifiers == "" {
			continue
		}
		for part := range strings.SplitSeq(specifiers, ",") {
			if !specifier.MatchString(strings.TrimSpace(part)) {
				return fmt.Errorf("%q is not a version specifier (PEP 440), such as >=3.14.1", part)
			}
		}
		if _, err := pep440.NewSpecifiers(specifiers); err != nil {
			return fmt.Errorf("%q is not a version specifier (PEP 440): %w", specifiers, err)
		}
	}
	return nil
}

// concerns says whether the expectation is about a behavior of an implementation under a start method.
func (e Expectation) concerns(id string, i implementation.Implementation, method string) bool {
	return slices.Contains(e.Behaviors, id) &&
		(e.Interpreter == "" || e.Interpreter == i.Interpreter) &&
		(e.Module == "" || e.Module == i.Module) &&
		(len(e.Modules) == 0 || slices.Contains(e.Modules, i.Module)) &&
		(e.Version == "" || VersionIn(i.Version, e.Version)) &&
		(e.Release == "" || VersionIn(i.Release, e.Release)) &&
		(e.ModuleVer == "" || VersionIn(i.ModuleVersion, e.ModuleVer)) &&
		(len(e.Platforms) == 0 || slices.Contains(e.Platforms, i.Platform)) &&
		(len(e.Methods) == 0 || slices.Contains(e.Methods, method))
}

// apply turns the verdict into known or fixed where a difference is expected.
func (all Expectations) apply(b Behavior, r *stage.Recording, result *Result) {
	for _, e := range all {
		if !e.concerns(b.ID, r.Implementation, r.Method) {
			continue
		}
		expected := Fail
		if e.Verdict != "" {
			expected = e.Verdict
		}
		switch result.Verdict {
		case expected:
			result.Evidence = append([]string{"seen: " + result.Reason}, result.Evidence...)
			result.Verdict, result.Reason, result.URL = Known, e.Reason, e.URL
			return
		case Pass:
			if e.Race {
				return
			}
			result.Verdict, result.URL = Fixed, e.URL
			result.Reason = "this known difference was not seen: " + e.Reason
			return
		case Fail, Known, Fixed, Absent, Crash, Timeout, Error, Skipped: // another difference than the known one
		}
	}
}

// VersionIn reports whether a version satisfies PEP 440 specifiers. As PEP 440 has it, 3.14.0rc1 is neither in <3.14 nor in
// >=3.14: a prerelease of a version counts neither to those before it nor to it.
func VersionIn(version, specifiers string) bool {
	v, err := pep440.Parse(version)
	if err != nil {
		return false
	}
	s, err := pep440.NewSpecifiers(specifiers)
	return err == nil && s.Check(v)
}

// Condition tells in words what the expectation is about.
func (e Expectation) Condition() string {
	var parts []string
	for _, part := range []struct{ name, value string }{
		{"", e.Interpreter},
		{"", e.Version},
		{"release ", e.Release},
		{"", e.Module},
		{"", strings.Join(e.Modules, ", ")},
		{"", e.ModuleVer},
		{"on ", strings.Join(e.Platforms, ", ")},
		{"under ", strings.Join(e.Methods, ", ")},
	} {
		if part.value != "" {
			parts = append(parts, part.name+part.value)
		}
	}
	return strings.Join(parts, " ")
}
