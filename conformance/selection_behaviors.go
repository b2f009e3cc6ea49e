package conformance

import "slices"

// SelectBehaviors returns the behaviors of groups and levels, which are patterns. An empty list selects all.
func SelectBehaviors(groups, levels []string) ([]Behavior, error) {
	s := Selection{Groups: groups, Levels: levels}
	if err := s.checkBehaviors(); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(All(), func(b Behavior) bool { return s.reasonToSkip(b, "") != "" }), nil
}

// checkBehaviors returns an error if a pattern of behaviors, groups or levels is broken or matches nothing.
func (s Selection) checkBehaviors() error {
	var behaviors, groups []string
	for _, b := range All() {
		behaviors, groups = append(behaviors, b.ID), append(groups, b.Group())
	}
	if err := checkPatterns("--group", s.Groups, groups, "group of behaviors; `singdance list` lists them"); err != nil {
		return err
	}
	levels := []string{string(Core), string(Extended), string(Observation)}
	if err := checkPatterns("--level", s.Levels, levels, "level: core, extended or observation"); err != nil {
		return err
	}
	return checkPatterns("--behavior", s.Behaviors, behaviors, "behavior; `singdance list` lists them")
}
