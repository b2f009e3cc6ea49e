package conformance

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	pep440 "github.com/aquasecurity/go-pep440-version"

	"github.com/singdance/singdance/implementation"
)

// Proposal is an expectation without a reason: what results say, for a person who finds out why.
type Proposal struct {
	Expectation
	Seen  []string // where the difference was seen, and what it was
	Clear []string // the versions, or releases, of the same module that do not have it
}

// Judged is the results of one run, with the implementations that they name.
type Judged struct {
	Implementations []implementation.Implementation
	Results         []Result
}

// Propose makes proposals of what is unexpected in results, and lists the known differences that are gone. Of several
// versions of one module it tells the range: it begins with the first version that has the difference, if an earlier
// one does not, and ends before the next one that does not.
func Propose(runs ...Judged) (proposals []Proposal, gone []string) {
	var order []line
	lines := map[line][]sighting{}
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
			key := line{result.Behavior, result.Method, i.Interpreter, i.Module, i.Platform}
			if _, known := lines[key]; !known {
				order = append(order, key)
			}
			lines[key] = append(lines[key], sighting{i, result})
		}
	}
	for _, key := range order {
		proposals = append(proposals, key.propose(lines[key])...)
	}
	return merged(proposals), gone
}

// line is what one behavior's results on several versions of one module have in common.
type line struct{ behavior, method, interpreter, module, platform string }

// sighting is the result of one version.
type sighting struct {
	implementation.Implementation
	Result
}

func (s sighting) good() bool { return s.Verdict == Pass || s.Verdict == Fixed }

// propose makes a proposal of each stretch of versions that have the difference.
func (l line) propose(seen []sighting) []Proposal {
	version, of := func(s sighting) string { return s.Version }, func(p *Proposal) *string { return &p.Version }
	if releasesDiffer(seen) {
		version, of = func(s sighting) string { return s.Release }, func(p *Proposal) *string { return &p.Release }
	}
	slices.SortStableFunc(seen, func(a, b sighting) int { return compareVersions(version(a), version(b)) })
	var proposals []Proposal
	last, open := "", false // the good version before; whether the last proposal has no end yet
	for _, s := range seen {
		switch {
		case s.Verdict.Unexpected():
			if !open || proposals[len(proposals)-1].Verdict != l.verdict(s) {
				p := l.start(s)
				if last != "" {
					*of(&p), p.Clear = ">="+version(s), []string{last}
				}
				proposals, open = append(proposals, p), true
			}
			p := &proposals[len(proposals)-1]
			p.Seen = append(p.Seen, fmt.Sprintf("%s, %s, %s: %s", s.ID, s.Method, l.behavior, s.Reason))
		case s.good():
			if open {
				p := &proposals[len(proposals)-1]
				*of(p) = strings.TrimPrefix(*of(p)+",<"+version(s), ",")
				p.Clear = append(p.Clear, version(s))
			}
			last, open = version(s), false
		}
	}
	return proposals
}

// releasesDiffer says whether one release of a version has the difference and another one does not.
func releasesDiffer(seen []sighting) bool {
	return slices.ContainsFunc(seen, func(s sighting) bool {
		return s.Verdict.Unexpected() && slices.ContainsFunc(seen, func(other sighting) bool {
			return other.good() && other.Version == s.Version && other.Release != s.Release
		})
	})
}

func (l line) start(s sighting) Proposal {
	return Proposal{Expectation: Expectation{
		Behaviors: []string{l.behavior}, Interpreter: l.interpreter, Module: l.module, Methods: []string{l.method},
		Platforms: []string{l.platform}, Verdict: l.verdict(s),
	}}
}

// verdict is what an expectation's file says of a verdict: a failure goes without saying.
func (l line) verdict(s sighting) Verdict {
	if s.Verdict == Fail {
		return ""
	}
	return s.Verdict
}

// merged puts those proposals together that differ in their start methods only, and then those that differ in their
// behaviors only.
func merged(proposals []Proposal) []Proposal {
	proposals = gather(proposals, func(a, b Proposal) bool { return slices.Equal(a.Behaviors, b.Behaviors) },
		func(to *Proposal, from Proposal) { to.Methods = append(to.Methods, from.Methods...) })
	return gather(proposals, func(a, b Proposal) bool { return slices.Equal(a.Methods, b.Methods) },
		func(to *Proposal, from Proposal) { to.Behaviors = append(to.Behaviors, from.Behaviors...) })
}

func gather(proposals []Proposal, equal func(a, b Proposal) bool, add func(to *Proposal, from Proposal)) []Proposal {
	var kept []Proposal
	for _, p := range proposals {
		n := slices.IndexFunc(kept, func(one Proposal) bool { return one.alike(p) && equal(one, p) })
		if n < 0 {
			kept = append(kept, p)
			continue
		}
		add(&kept[n], p)
		kept[n].Seen = append(kept[n].Seen, p.Seen...)
	}
	return kept
}

// alike says whether two proposals are about the same versions of the same module.
func (p Proposal) alike(q Proposal) bool {
	return p.Interpreter == q.Interpreter && p.Module == q.Module && p.Version == q.Version && p.Release == q.Release &&
		p.Verdict == q.Verdict && slices.Equal(p.Platforms, q.Platforms)
}

func compareVersions(a, b string) int {
	v, errV := pep440.Parse(a)
	w, errW := pep440.Parse(b)
	if errV != nil || errW != nil {
		return cmp.Compare(a, b)
	}
	return v.Compare(w)
}

// Write writes the proposal as an entry of an expectations file. Its reason and URL are empty, so it cannot be loaded
// until a person has written them.
func (p Proposal) Write(out io.Writer) {
	for _, seen := range p.Seen {
		fmt.Fprintf(out, "# seen: %s\n", seen)
	}
	if len(p.Clear) > 0 {
		fmt.Fprintf(out, "# not seen: %s\n", strings.Join(p.Clear, ", "))
	}
	fmt.Fprintf(out, "- behaviors: [%s]\n", strings.Join(p.Behaviors, ", "))
	for _, field := range []struct{ name, value string }{
		{"interpreter", p.Interpreter}, {"module", p.Module}, {"version", p.Version}, {"release", p.Release}, {"verdict", string(p.Verdict)},
	} {
		switch {
		case field.value == "":
		case field.name == "version" || field.name == "release":
			fmt.Fprintf(out, "  %s: %q\n", field.name, field.value)
		default:
			fmt.Fprintf(out, "  %s: %s\n", field.name, field.value)
		}
	}
	fmt.Fprintf(out, "  platforms: [%s]\n  methods: [%s]\n  reason: \"\"\n  url: \"\"\n", strings.Join(p.Platforms, ", "), strings.Join(p.Methods, ", "))
}
