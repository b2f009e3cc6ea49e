package conformance

import (
	"fmt"
	"path"
	"slices"

	"github.com/singdance/singdance/implementation"
)

// Selection is what the user asked for: patterns (path.Match) of ids and names; an empty list selects all.
type Selection struct {
	Implementations []string
	Methods         []string
	Behaviors       []string
}

// EmptySelection is a selection that leaves nothing to be judged.
type EmptySelection struct{ error }

// check says which pattern matches nothing.
func (s Selection) check(found, selected []implementation.Implementation) error {
	for _, pattern := range s.Implementations {
		seen := slices.IndexFunc(found, func(i implementation.Implementation) bool { matched, _ := i.Matches(pattern); return matched })
		switch {
		case seen < 0:
			return EmptySelection{fmt.Errorf("--implementation %s matches nothing on this machine; `singdance implementations` lists what is here", pattern)}
		case !slices.ContainsFunc(selected, func(i implementation.Implementation) bool { matched, _ := i.Matches(pattern); return matched }):
			return EmptySelection{fmt.Errorf("--implementation %s matches only what cannot be performed on: %s", pattern, found[seen].Unavailable)}
		}
	}
	if len(selected) == 0 {
		return EmptySelection{fmt.Errorf("no implementation was found that can be performed on; `singdance implementations` tells why")}
	}
	var methods, behaviors []string
	for _, i := range selected {
		methods = append(methods, i.Methods...)
	}
	for _, b := range All() {
		behaviors = append(behaviors, b.ID)
	}
	if err := each("--method", s.Methods, methods, "offered by a selected implementation"); err != nil {
		return err
	}
	return each("--behavior", s.Behaviors, behaviors, "a behavior; `singdance list` lists them")
}

func each(flag string, patterns, names []string, what string) error {
	for _, pattern := range patterns {
		found := false
		for _, name := range names {
			matched, err := path.Match(pattern, name)
			if err != nil {
				return fmt.Errorf("%s %s is not a pattern: %w", flag, pattern, err)
			}
			found = found || matched
		}
		if !found {
			return EmptySelection{fmt.Errorf("%s %s matches nothing that is %s", flag, pattern, what)}
		}
	}
	return nil
}

// skips says why the user's selection leaves a cell out, or "".
func (s Selection) skips(b Behavior, method string) string {
	name := func(value string) func(string) (bool, error) {
		return func(pattern string) (bool, error) { return path.Match(pattern, value) }
	}
	if selected, _ := matches(s.Methods, name(method)); !selected { // the patterns were checked
		return "not selected by --method"
	}
	if selected, _ := matches(s.Behaviors, name(b.ID)); !selected {
		return "not selected by --behavior"
	}
	return ""
}

// matches says whether one of the patterns selects; no pattern selects all.
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
