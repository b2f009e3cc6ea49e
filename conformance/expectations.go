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

// Expectation is a known difference of some implementations from some behaviors. An empty condition matches every
// implementation.
type Expectation struct {
	Behaviors   []string `yaml:"behaviors"`
	Interpreter string   `yaml:"interpreter"`
	Module      string   `yaml:"module"`
	Modules     []string `yaml:"modules"`        // several modules, instead of Module
	Version     string   `yaml:"version"`        // PEP 440 specifiers of Implementation.Version
	Release     string   `yaml:"release"`        // PEP 440 specifiers of Implementation.Release
	ModuleVer   string   `yaml:"module_version"` // PEP 440 specifiers of Implementation.ModuleVersion
	Platforms   []string `yaml:"platforms"`      // values of Implementation.Platform
	Methods     []string `yaml:"methods"`        // start methods
	Verdict     Verdict  `yaml:"verdict"`        // the verdict without the expectation: fail if empty, crash or timeout
	Seen        Seen     `yaml:"seen"`           // what the difference looks like; anything else is not known
	Race        bool     `yaml:"race"`           // the difference depends on timing: if it is not seen, it may still exist
	Reason      string   `yaml:"reason"`         // what differs and why, for the reader of a report
	URL         string   `yaml:"url"`            // the issue, change or source line that shows the difference

	// Unshown says why no recording in the repository shows the difference. It is for the built-in expectations.
	Unshown string `yaml:"unshown"`
}

// Expectations is a list of known differences.
type Expectations []Expectation

// specifier matches one version specifier. The library also accepts what PEP 440 does not, such as a version without an
// operator.
var specifier = regexp.MustCompile(`^(~=|===?|!=|<=?|>=?)\s*[^\s|]+$`)

// check returns an error if the expectation breaks a rule that the schema cannot express.
func (e Expectation) check() error {
	for _, id := range e.Behaviors {
		b, found := Find(id)
		if !found {
			return fmt.Errorf("no behavior has the ID %q", id)
		}
		if b.Level == Observation {
			return fmt.Errorf("%s is an observation, which cannot fail", id)
		}
	}
	for _, specifiers := range []string{e.Version, e.Release, e.ModuleVer} {
		if specifiers == "" {
			continue
		}
		if err := checkSpecifiers(specifiers); err != nil {
			return err
		}
	}
	return e.Seen.check()
}

// checkSpecifiers reports whether a text is a list of PEP 440 version specifiers.
func checkSpecifiers(specifiers string) error {
	for part := range strings.SplitSeq(specifiers, ",") {
		if !specifier.MatchString(strings.TrimSpace(part)) {
			return fmt.Errorf("%q is not a PEP 440 version specifier such as >=3.14.1", part)
		}
	}
	if _, err := pep440.NewSpecifiers(specifiers); err != nil {
		return fmt.Errorf("%q is not a PEP 440 version specifier: %w", specifiers, err)
	}
	return nil
}

// Covers reports whether the expectation is about a behavior of an implementation under a start method.
func (e Expectation) Covers(id string, i implementation.Implementation, method string) bool {
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

// apply changes the verdict to known or fixed if a difference is expected. If a difference is expected but looks different,
// the verdict stays, and the evidence says what was expected. The failures are those of the judge.
func (all Expectations) apply(b Behavior, r *stage.Recording, failures []Failure, result *Result) {
	var differs []string
	for _, e := range all {
		if !e.Covers(b.ID, r.Implementation, r.Method) {
			continue
		}
		expected := Fail
		if e.Verdict != "" {
			expected = e.Verdict
		}
		switch result.Verdict {
		case expected:
			if missing := e.Seen.missing(r, failures, result.Reason); missing != "" {
				differs = append(differs, fmt.Sprintf("this is not the known difference %s, which shows %s", e.URL, missing))
				continue
			}
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
		case Fail, Known, Fixed, Absent, Crash, Timeout, Error, Skipped: // not the known difference
		}
	}
	if differs != nil {
		result.Evidence = append(differs, result.Evidence...)
	}
}

// VersionIn reports whether a version satisfies PEP 440 specifiers. By PEP 440, the prerelease 3.14.0rc1 is neither in
// <3.14 nor in >=3.14.
func VersionIn(version, specifiers string) bool {
	v, err := pep440.Parse(version)
	if err != nil {
		return false
	}
	s, err := pep440.NewSpecifiers(specifiers)
	return err == nil && s.Check(v)
}

// Shows reports whether a recording shows the difference from a behavior.
func (e Expectation) Shows(b Behavior, r *stage.Recording) bool {
	return Judge(b, r, Expectations{e}).Verdict == Known
}
