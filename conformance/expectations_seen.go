package conformance

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/singdance/singdance/stage"
)

// Seen describes what a known difference looks like, in regular expressions. In a file it is a text, which is Failure, or a
// mapping with any of the parts. Each part that is given must match.
type Seen struct {
	Failure string `yaml:"failure"` // each failure of the judge: "WANT; GOT", as a report prints it; or the reason of a crash
	Stderr  string `yaml:"stderr"`  // what the processes wrote to standard error
	Event   string `yaml:"event"`   // at least one event of the recording, as a line of JSON
}

// UnmarshalYAML reads the short form, a text, and the long form, a mapping.
func (s *Seen) UnmarshalYAML(unmarshal func(any) error) error {
	if err := unmarshal(&s.Failure); err == nil {
		return nil
	}
	type long Seen // without this method
	return unmarshal((*long)(s))
}

// seenPart is one part of Seen with its name.
type seenPart struct{ name, pattern string }

// parts returns the parts that are given.
func (s Seen) parts() []seenPart {
	return slices.DeleteFunc([]seenPart{{"failure", s.Failure}, {"stderr", s.Stderr}, {"event", s.Event}}, func(p seenPart) bool {
		return p.pattern == ""
	})
}

// check reports a part that is not a regular expression.
func (s Seen) check() error {
	for _, part := range s.parts() {
		if _, err := regexp.Compile(part.pattern); err != nil {
			return fmt.Errorf("seen, %s: %q is not a regular expression of Go's package regexp: %w", part.name, part.pattern, err)
		}
	}
	return nil
}

// missing returns the first part that does not match, in words. It is empty if the difference looks as described.
func (s Seen) missing(r *stage.Recording, failures []Failure, reason string) string {
	for _, part := range s.parts() {
		pattern, err := regexp.Compile(part.pattern)
		if err != nil || !part.in(pattern, r, failures, reason) {
			return part.String()
		}
	}
	return ""
}

// in reports whether the part is in a recording or in the failures of the judge.
func (p seenPart) in(pattern *regexp.Regexp, r *stage.Recording, failures []Failure, reason string) bool {
	switch p.name {
	case "stderr":
		return pattern.MatchString(r.Stderr)
	case "event":
		return slices.ContainsFunc(r.Events, func(e stage.Event) bool {
			var line bytes.Buffer
			encoder := json.NewEncoder(&line)
			encoder.SetEscapeHTML(false)
			return encoder.Encode(e) == nil && pattern.Match(line.Bytes())
		})
	}
	if len(failures) == 0 { // a crash or a timeout
		return pattern.MatchString(reason)
	}
	return !slices.ContainsFunc(failures, func(f Failure) bool { return !pattern.MatchString(f.text()) })
}

// text returns the failure on one line.
func (f Failure) text() string { return strings.Join(strings.Fields(f.String()), " ") }

// String returns the part for a reader of a report.
func (p seenPart) String() string { return fmt.Sprintf("%s /%s/", p.name, p.pattern) }

// String returns all parts for a reader.
func (s Seen) String() string {
	var texts []string
	for _, part := range s.parts() {
		texts = append(texts, part.String())
	}
	return strings.Join(texts, " and ")
}
