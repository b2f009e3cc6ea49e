package conformance

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/internal/suggest"
)

// Selection is what the user selected, as patterns for path.Match. An empty list selects all.
type Selection struct {
	Implementations []string // patterns of IDs, or executables
	Methods         []string
	Behaviors       []string // patterns of IDs
	Groups          []string // patterns of the names of behavior groups
	Levels          []string // patterns of levels
	Programs        []string // patterns of the programs that behaviors are judged on
}

// EmptySelection is the error for a selection that leaves nothing to judge.
type EmptySelection struct{ error }

// UnknownName is the error of a selection that names a behavior, group, level or program that does not exist.
type UnknownName struct{ error }

// Levels returns all levels, the strictest first.
func Levels() []Level { return []Level{Core, Extended, Observation} }

// Programs returns the programs that behaviors are judged on, in alphabetical order.
func Programs() []string {
	var programs []string
	for _, b := range All() {
		programs = append(programs, b.Program)
	}
	slices.Sort(programs)
	return slices.Compact(programs)
}

// check returns an error if a pattern matches nothing.
func (s Selection) check(found, selected []implementation.Implementation) error {
	for _, pattern := range s.Implementations {
		seen := slices.IndexFunc(found, func(i implementation.Implementation) bool { matched, _ := i.Matches(pattern); return matched })
		switch {
		case seen < 0:
			return EmptySelection{fmt.Errorf("--implementation %s matches nothing on this machine%s; found: %s", pattern, suggest.Similar(pattern, usableIDs(found)), strings.Join(usableIDs(found), ", "))}
		case !slices.ContainsFunc(selected, func(i implementation.Implementation) bool { matched, _ := i.Matches(pattern); return matched }):
			return EmptySelection{fmt.Errorf("--implementation %s matches only implementations that cannot be run here: %s", pattern, found[seen].Unavailable)}
		}
	}
	if len(selected) == 0 {
		return EmptySelection{fmt.Errorf("found no implementation that can be run here; `singdance implementations` lists the reasons")}
	}
	var methods []string
	for _, i := range selected {
		methods = append(methods, i.Methods...)
	}
	slices.Sort(methods)
	methods = slices.Compact(methods)
	if pattern, similar, err := unmatched(s.Methods, methods); err != nil {
		return fmt.Errorf("--method %s is not a valid pattern: %w", pattern, err)
	} else if pattern != "" {
		return EmptySelection{fmt.Errorf("--method %s matches no start method%s; the selected implementations have %s",
			pattern, similar, strings.Join(methods, ", "))}
	}
	return s.checkBehaviors()
}

// usableIDs returns the IDs of the implementations that can be run.
func usableIDs(all []implementation.Implementation) []string {
	var list []string
	for _, i := range all {
		if i.Unavailable == "" {
			list = append(list, i.ID)
		}
	}
	return list
}

// unmatched returns the first pattern that matches none of the names, with a suggestion, or the first one that is invalid,
// with an error.
func unmatched(patterns, names []string) (pattern, similar string, err error) {
	for _, pattern := range patterns {
		found := false
		for _, name := range names {
			matched, err := path.Match(pattern, name)
			if err != nil {
				return pattern, "", err
			}
			found = found || matched
		}
		if !found {
			return pattern, suggest.Similar(pattern, names), nil
		}
	}
	return "", "", nil
}

// reasonToSkip returns why the selection leaves a cell out, or "" if it does not.
func (s Selection) reasonToSkip(b Behavior, method string) string {
	for _, criterion := range []struct {
		flag     string
		patterns []string
		value    string
	}{
		{"--method", s.Methods, method},
		{"--group", s.Groups, b.Group()},
		{"--level", s.Levels, string(b.Level)},
		{"--behavior", s.Behaviors, b.ID},
		{"--program", s.Programs, b.Program},
	} {
		matchesValue := func(pattern string) (bool, error) { return path.Match(pattern, criterion.value) }
		if selected, _ := matches(criterion.patterns, matchesValue); !selected { // check has found no invalid pattern
			return "not selected by " + criterion.flag
		}
	}
	return ""
}

// matches reports whether one of the patterns matches, or there is no pattern.
func matches(patterns []string, match func(string) (bool, error)) (bool, error) {
	selected := len(patterns) == 0
	for _, pattern := range patterns {
		matched, err := match(pattern)
		if err != nil {
			return false, err
		}
		selected = selected || matched
	}
	return selected, nil
}
