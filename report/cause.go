package report

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/stage"
)

// cause is a set of unexpected results that were judged on one recording, or on several recordings that show the same.
type cause struct {
	Program string
	Where   []place
	Broken  []broken
	Results []conformance.Result // of the first recording
	Count   int                  // of all recordings
}

// place is a start method of an implementation, with the recording that was judged.
type place struct{ Implementation, Method, Recording string }

// broken holds the behaviors of a cause for which the same was seen.
type broken struct {
	Verdict   conformance.Verdict
	Behaviors []string
	Reason    string
	Failures  []conformance.Failure
}

// numbers match what differs between recordings that show the same, such as process IDs and addresses.
var numbers = regexp.MustCompile(`0x[0-9a-f]+|[0-9]+`)

// isUnexpected reports whether a result belongs to a cause.
func isUnexpected(r conformance.Result) bool {
	return r.Verdict.Unexpected() || r.Verdict == conformance.Error
}

// causes groups the unexpected results by recording, and joins recordings that show the same.
func causes(results []conformance.Result) []*cause {
	var order []stage.TaskKey
	byRecording := map[stage.TaskKey][]conformance.Result{}
	for _, r := range results {
		if !isUnexpected(r) {
			continue
		}
		b, _ := conformance.Find(r.Behavior)
		key := stage.TaskKey{Implementation: r.Implementation, Method: r.Method, Program: b.Program}
		if byRecording[key] == nil {
			order = append(order, key)
		}
		byRecording[key] = append(byRecording[key], r)
	}
	var all []*cause
	same := map[string]*cause{}
	for _, key := range order {
		found := byRecording[key]
		where := place{key.Implementation, key.Method, found[0].Recording}
		like := likeness(key.Program, found)
		c := same[like]
		if c == nil {
			c = &cause{Program: key.Program, Results: found, Broken: brokenOf(found)}
			same[like] = c
			all = append(all, c)
		}
		c.Where = append(c.Where, where)
		c.Count += len(found)
	}
	slices.SortStableFunc(all, func(a, b *cause) int { return b.Count - a.Count })
	return all
}

// likeness is equal for recordings that show the same.
func likeness(program string, results []conformance.Result) string {
	parts := []string{program}
	for _, r := range results {
		parts = append(parts, r.Behavior+" "+string(r.Verdict)+" "+numbers.ReplaceAllString(r.Reason, "0"))
	}
	return strings.Join(parts, "\n")
}

// brokenOf joins the behaviors of a recording for which the same was seen.
func brokenOf(results []conformance.Result) []broken {
	var all []broken
	for _, r := range results {
		n := slices.IndexFunc(all, func(b broken) bool { return b.Verdict == r.Verdict && b.Reason == r.Reason })
		if n < 0 {
			n = len(all)
			all = append(all, broken{Verdict: r.Verdict, Reason: r.Reason, Failures: r.Failures})
		}
		all[n].Behaviors = append(all[n].Behaviors, r.Behavior)
	}
	return all
}

// Title says where the cause was seen.
func (c *cause) Title() string {
	var ids []string
	methods := map[string][]string{}
	for _, p := range c.Where {
		add(&ids, p.Implementation)
		methods[p.Implementation] = append(methods[p.Implementation], p.Method)
	}
	var parts []string
	for _, id := range ids {
		parts = append(parts, id+" ("+strings.Join(methods[id], ", ")+")")
	}
	return fmt.Sprintf("%s: program %s on %s", plural(c.Count, "result"), c.Program, strings.Join(parts, ", "))
}

// Lines returns the broken behaviors, each with what was wanted and what was seen.
func (c *cause) Lines() []string {
	var lines []string
	for _, b := range c.Broken {
		lines = append(lines, fmt.Sprintf("%s %s", symbols[b.Verdict], strings.Join(b.Behaviors, ", ")))
		if len(b.Failures) == 0 {
			lines = append(lines, fmt.Sprintf("    %s: %s", b.Verdict, b.Reason))
		}
		for n, f := range b.Failures {
			if n == mostFailures {
				lines = append(lines, fmt.Sprintf("    … and %s", plural(len(b.Failures)-n, "more failure")))
				break
			}
			for _, line := range f.Lines() {
				lines = append(lines, "    "+line)
			}
		}
	}
	return lines
}

// mostFailures is how many failures of a behavior are shown. The results have more.
const mostFailures = 3

// details returns the broken behaviors, evidence and recordings as indented lines. Evidence may hold texts of several lines.
func (c *cause) details(evidence, recordings []string) []string {
	var lines []string
	for _, line := range c.Lines() {
		lines = append(lines, "  "+line)
	}
	for _, text := range evidence {
		for line := range strings.Lines(text) {
			lines = append(lines, "  | "+strings.TrimRight(line, "\n"))
		}
	}
	for _, recording := range recordings {
		lines = append(lines, "  recording: "+recording)
	}
	return lines
}

// Evidence returns the lines that describe the first recording.
func (c *cause) Evidence() []string { return c.Results[0].Evidence }

// Recordings returns the recordings that show the cause.
func (c *cause) Recordings() []string {
	var all []string
	for _, p := range c.Where {
		if p.Recording != "" {
			add(&all, p.Recording)
		}
	}
	return all
}
