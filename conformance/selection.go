package conformance

import (
	"fmt"
	"path"
	"slices"

	"github.com/singdance/singdance/implementation"
)

// Selection is what the user selected, as patterns for path.Match. An empty list selects all.
type Selection struct {
	Implementations []string // patterns of IDs, or executables
	Methods         []string
	Behaviors       []string // patterns of IDs
	Groups          []string // patterns of the names of behavior groups
	Levels          []string // patterns of levels
}

// EmptySelection is the error for a selection that leaves nothing to judge.
type EmptySelection struct{ error }

// check returns an error if a pattern matches nothing.
func (s Selection) check(found, selected []implementation.Implementation) error {
	for _, pattern := range s.Implementations {
		seen := slices.IndexFunc(found, func(i implementation.Implementation) bool { matched, _ := i.Matches(pattern); return matched })
		switch {
		case seen < 0:
			return EmptySelection{fmt.Errorf("--implementation %s matches nothing on this machine; `singdance implementations` lists what was found", pattern)}
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
	if err := checkPatterns("--method", s.Methods, methods, "start method of a selected implementation"); err != nil {
		return err
	}
	return s.checkBehaviors()
}

// checkPatterns returns an error if a pattern is invalid or matches none of the names.
func checkPatterns(flag string, patterns, names []string, what string) error {
	for _, pattern := range patterns {
		found := false
		for _, name := range names {
			matched, err := path.Match(pattern, name)
			if err != nil {
				return fmt.Errorf("%s %s is not a valid pattern: %w", flag, pattern, err)
			}
			found = found || matched
		}
		if !found {
			return EmptySelection{fmt.Errorf("%s %s matches no %s", flag, pattern, what)}
		}
	}
	return nil
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
