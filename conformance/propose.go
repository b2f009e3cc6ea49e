package conformance

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	pep440 "github.com/aquasecurity/go-pep440-version"

	"github.com/singdance/singdance/implementation"
)

// Proposal is an expectation without a reason and a URL, which a person has to find and fill in.
type Proposal struct {
	Expectation
	Where []string // where the difference was seen, with the reason of each verdict
	Clear []string // versions or releases of the same module without the difference
	looks []string // the alternatives of Seen.Failure
}

// Judged holds the results of one run and the implementations that they name.
type Judged struct {
	Implementations []implementation.Implementation
	Results         []Result
}

// Propose returns proposals for the unexpected results, and lists the known differences that were not seen. If the results
// hold several versions of a module, a proposal has a range of versions: it begins with the first version that has the
// difference, if an earlier one does not have it, and ends before the next version that does not have it.
func Propose(runs ...Judged) (proposals []Proposal, gone []string) {
	var order []seriesKey
	series := map[seriesKey][]versionResult{}
	for _, run := range runs {
		for _, result := range run.Results {
			n := slices.IndexFunc(run.Implementations, func(i implementation.Implementation) bool { return i.ID == result.Implementation })
			if n < 0 {
				continue
			}
			if result.Verdict == Fixed {
				gone = append(gone, fmt.Sprintf("%s, %s, %s: %s", result.Behavior, result.Implementation, result.Method, result.URL))
			}
			i := run.Implementations[n]
			key := seriesKey{result.Behavior, result.Method, i.Interpreter, i.Module, i.ModuleVersion, i.Platform}
			if _, known := series[key]; !known {
				order = append(order, key)
			}
			series[key] = append(series[key], versionResult{i, result})
		}
	}
	for _, key := range order {
		proposals = append(proposals, key.propose(series[key])...)
	}
	return merged(proposals), gone
}

// seriesKey identifies the results of one behavior on several versions of one module.
type seriesKey struct{ behavior, method, interpreter, module, moduleVersion, platform string }

// versionResult is the result of one version.
type versionResult struct {
	implementation.Implementation
	Result
}

// good reports whether the version does not have the difference.
func (s versionResult) good() bool { return s.Verdict == Pass || s.Verdict == Fixed }

// propose returns a proposal for each range of versions that have the difference.
func (k seriesKey) propose(seen []versionResult) []Proposal {
	version, field := func(s versionResult) string { return s.Version }, func(p *Proposal) *string { return &p.Version }
	if releasesDiffer(seen) {
		version, field = func(s versionResult) string { return s.Release }, func(p *Proposal) *string { return &p.Release }
	}
	slices.SortStableFunc(seen, func(a, b versionResult) int { return parseVersion(version(a)).Compare(parseVersion(version(b))) })
	var proposals []Proposal
	last, open := "", false // the last good version; whether the last proposal has no end yet
	for _, s := range seen {
		switch {
		case s.Verdict.Unexpected():
			if !open || proposals[len(proposals)-1].Verdict != k.verdict(s) {
				p := k.start(s)
				if last != "" {
					*field(&p), p.Clear = ">="+version(s), []string{last}
				}
				proposals, open = append(proposals, p), true
			}
			p := &proposals[len(proposals)-1]
			p.Where = append(p.Where, fmt.Sprintf("%s, %s, %s: %s", s.ID, s.Method, k.behavior, s.Reason))
			p.look(seenIn(s.Result)...)
		case s.good():
			if open {
				p := &proposals[len(proposals)-1]
				*field(p) = strings.TrimPrefix(*field(p)+",<"+version(s), ",")
				p.Clear = append(p.Clear, version(s))
			}
			last, open = version(s), false
		}
	}
	return proposals
}

// parseVersion parses a version. A text that is not a PEP 440 version comes before all versions.
func parseVersion(text string) pep440.Version {
	version, err := pep440.Parse(text)
	if err != nil {
		return pep440.MustParse("0.dev0")
	}
	return version
}

// releasesDiffer reports whether one release of a version has the difference and another one does not.
func releasesDiffer(seen []versionResult) bool {
	return slices.ContainsFunc(seen, func(s versionResult) bool {
		return s.Verdict.Unexpected() && slices.ContainsFunc(seen, func(other versionResult) bool {
			return other.good() && other.Version == s.Version && other.Release != s.Release
		})
	})
}

func (k seriesKey) start(s versionResult) Proposal {
	p := Proposal{Expectation: Expectation{
		Behaviors: []string{k.behavior}, Interpreter: k.interpreter, Module: k.module, Methods: []string{k.method},
		Platforms: []string{k.platform}, Verdict: k.verdict(s),
	}}
	if k.moduleVersion != "" {
		p.ModuleVer = "==" + k.moduleVersion
	}
	return p
}

// processID matches a number that is likely a process ID, which differs in each run.
var processID = regexp.MustCompile(`[0-9]{4,}`)

// seenIn returns patterns that match all failures of a result.
func seenIn(result Result) []string {
	texts := []string{result.Reason}
	if len(result.Failures) > 0 {
		texts = nil
		for _, f := range result.Failures {
			texts = append(texts, f.text())
		}
	}
	for n, text := range texts {
		text, _, _ = strings.Cut(text, "…") // the report shortened it
		texts[n] = processID.ReplaceAllString(regexp.QuoteMeta(text), `[0-9]+`)
	}
	return texts
}

// look adds patterns to what the difference looks like.
func (p *Proposal) look(patterns ...string) {
	for _, pattern := range patterns {
		if pattern != "" && !slices.Contains(p.looks, pattern) {
			p.looks = append(p.looks, pattern)
		}
	}
	p.Seen.Failure = strings.Join(p.looks, "|")
}

// verdict returns the verdict as it is written in an expectation: empty for a failure.
func (k seriesKey) verdict(s versionResult) Verdict {
	if s.Verdict == Fail {
		return ""
	}
	return s.Verdict
}

// merged merges proposals that differ only in their start methods, and then those that differ only in their behaviors.
func merged(proposals []Proposal) []Proposal {
	proposals = mergeEqual(proposals, func(a, b Proposal) bool { return slices.Equal(a.Behaviors, b.Behaviors) },
		func(to *Proposal, from Proposal) { to.Methods = append(to.Methods, from.Methods...) })
	return mergeEqual(proposals, func(a, b Proposal) bool { return slices.Equal(a.Methods, b.Methods) },
		func(to *Proposal, from Proposal) { to.Behaviors = append(to.Behaviors, from.Behaviors...) })
}

// mergeEqual merges proposals about the same versions that equal considers equal.
func mergeEqual(proposals []Proposal, equal func(a, b Proposal) bool, add func(to *Proposal, from Proposal)) []Proposal {
	var kept []Proposal
	for _, p := range proposals {
		n := slices.IndexFunc(kept, func(one Proposal) bool { return one.sameVersions(p) && equal(one, p) })
		if n < 0 {
			kept = append(kept, p)
			continue
		}
		add(&kept[n], p)
		kept[n].Where = append(kept[n].Where, p.Where...)
		kept[n].look(p.looks...)
	}
	return kept
}

// sameVersions reports whether two proposals are about the same versions of the same module.
func (p Proposal) sameVersions(q Proposal) bool {
	return p.Interpreter == q.Interpreter && p.Module == q.Module && p.ModuleVer == q.ModuleVer && p.Version == q.Version && p.Release == q.Release &&
		p.Verdict == q.Verdict && slices.Equal(p.Platforms, q.Platforms)
}

// Write writes the proposal as an entry of an expectations file. What was seen is proposed literally; it may be shortened to
// what the difference consists of. Reason and URL are empty, so the file cannot be loaded
// until a person fills them in.
func (p Proposal) Write(out io.Writer) {
	for _, where := range p.Where {
		fmt.Fprintf(out, "# seen: %s\n", where)
	}
	if len(p.Clear) > 0 {
		fmt.Fprintf(out, "# not seen: %s\n", strings.Join(p.Clear, ", "))
	}
	fmt.Fprintf(out, "- behaviors: [%s]\n", strings.Join(p.Behaviors, ", "))
	for _, field := range []struct{ name, value string }{
		{"interpreter", p.Interpreter},
		{"module", p.Module},
		{"version", p.Version},
		{"release", p.Release},
		{"module_version", p.ModuleVer},
		{"verdict", string(p.Verdict)},
	} {
		switch {
		case field.value == "":
		case strings.HasSuffix(field.name, "version") || field.name == "release":
			fmt.Fprintf(out, "  %s: %q\n", field.name, field.value)
		default:
			fmt.Fprintf(out, "  %s: %s\n", field.name, field.value)
		}
	}
	if p.Seen.Failure != "" {
		fmt.Fprintf(out, "  seen: '%s'\n", strings.ReplaceAll(p.Seen.Failure, "'", "''"))
	}
	fmt.Fprintf(out, "  platforms: [%s]\n  methods: [%s]\n  reason: \"\"\n  url: \"\"\n", strings.Join(p.Platforms, ", "), strings.Join(p.Methods, ", "))
}
