package conformance

import (
	"fmt"
	"slices"
	"strings"
)

// SelectBehaviors returns the behaviors of groups and levels, which are patterns. An empty list selects all.
func SelectBehaviors(groups, levels []string) ([]Behavior, error) {
	s := Selection{Groups: groups, Levels: levels}
	if err := s.checkBehaviors(); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(All(), func(b Behavior) bool { return s.reasonToSkip(b, "") != "" }), nil
}

// checkBehaviors returns an error if a pattern of behaviors, groups, levels or programs is invalid or matches nothing.
func (s Selection) checkBehaviors() error {
	var behaviors, groups, levels []string
	for _, b := range All() {
		behaviors = append(behaviors, b.ID)
	}
	for _, group := range Groups() {
		groups = append(groups, group.Name)
	}
	for _, level := range Levels() {
		levels = append(levels, string(level))
	}
	for _, criterion := range []struct {
		flag            string
		patterns, names []string
		hint            string
	}{
		{"behavior", s.Behaviors, behaviors, "`singdance list` lists all"},
		{"group", s.Groups, groups, "the groups are " + strings.Join(groups, ", ")},
		{"level", s.Levels, levels, "the levels are " + strings.Join(levels, ", ")},
		{"program", s.Programs, Programs(), "the programs are " + strings.Join(Programs(), ", ")},
	} {
		if pattern, similar, err := unmatched(criterion.patterns, criterion.names); err != nil {
			return fmt.Errorf("--%s %s is not a valid pattern: %w", criterion.flag, pattern, err)
		} else if pattern != "" {
			return UnknownName{fmt.Errorf("--%s %s matches no %s%s; %s", criterion.flag, pattern, criterion.flag, similar, criterion.hint)}
		}
	}
	return nil
}
