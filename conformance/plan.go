package conformance

import (
	"context"
	"fmt"
	"path"
	"slices"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

// Selection is what the user asked for: patterns (path.Match) of ids and names; an empty list selects all.
type Selection struct {
	Implementations []string
	Methods         []string
	Behaviors       []string
}

// EmptySelection is a selection that leaves nothing to be judged.
type EmptySelection struct{ error }

// Cell is one behavior of one implementation under one start method.
type Cell struct {
	Behavior       Behavior
	Implementation implementation.Implementation
	Method         string
	Skipped        string // why it is not judged, by the user's selection; empty if it is
	Absent         string // why there is nothing to be judged; empty if there is
}

// Task is the performance whose recording the cell is judged on.
func (c Cell) Task() stage.Task {
	return stage.Task{Implementation: c.Implementation, Method: c.Method, Program: c.Behavior.Program}
}

// Plan is what a run judges, in the order of implementations, start methods and behaviors.
type Plan struct {
	Implementations []implementation.Implementation // the selected ones that can be performed on
	Cells           []Cell
}

// NewPlan lists the cells of what was found. A pattern that matches nothing is an EmptySelection: a typing error shall
// not look like a passed run.
func NewPlan(found []implementation.Implementation, s Selection) (Plan, error) {
	var plan Plan
	for _, i := range found {
		selected, err := matches(s.Implementations, i.Matches)
		if err != nil {
			return Plan{}, err
		}
		if selected && i.Unavailable == "" {
			plan.Implementations = append(plan.Implementations, i)
		}
	}
	if err := s.check(found, plan.Implementations); err != nil {
		return Plan{}, err
	}
	for _, i := range plan.Implementations {
		for _, method := range i.Methods {
			for _, b := range All() {
				if b.Concerns(i, method) == "" {
					plan.Cells = append(plan.Cells, Cell{b, i, method, s.skips(b, method), lacks(i, b.Program)})
				}
			}
		}
	}
	if len(plan.Tasks()) == 0 {
		return Plan{}, EmptySelection{fmt.Errorf("the selection leaves nothing to be judged: no selected behavior concerns a selected implementation and method")}
	}
	return plan, nil
}

// lacks says why nothing can be judged on the program's recording, or "".
func lacks(i implementation.Implementation, program string) string {
	if i.Performs(program) {
		return ""
	}
	return "its driver does not have the program " + program
}

// performed says whether the cell is judged on a recording.
func (c Cell) performed() bool { return c.Skipped == "" && c.Absent == "" }

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

// Tasks lists the performances that the cells need, each once.
func (p Plan) Tasks() []stage.Task {
	var tasks []stage.Task
	seen := map[[3]string]bool{}
	for _, cell := range p.Cells {
		key := [3]string{cell.Implementation.ID, cell.Method, cell.Behavior.Program}
		if cell.performed() && !seen[key] {
			seen[key] = true
			tasks = append(tasks, cell.Task())
		}
	}
	return tasks
}

// Judge judges every cell that needs the recording.
func (p Plan) Judge(r *stage.Recording, expectations Expectations) []Result {
	var results []Result
	for _, cell := range p.Cells {
		if cell.performed() && cell.Implementation.ID == r.Implementation.ID && cell.Method == r.Method && cell.Behavior.Program == r.Program {
			results = append(results, Judge(cell.Behavior, r, expectations))
		}
	}
	return results
}

// Run performs what the plan needs, so many programs at a time, and returns a result for every cell in the plan's
// order. It hands over each recording with its results as they come. When the context ends, what was not performed is
// skipped.
func (p Plan) Run(ctx context.Context, s *stage.Stage, jobs int, expectations Expectations, each func(*stage.Recording, []Result)) []Result {
	tally := p.Tally()
	s.PerformAll(ctx, p.Tasks(), jobs, func(r *stage.Recording) {
		results := p.Judge(r, expectations)
		each(r, results)
		tally.Add(results)
	})
	return tally.Results(Stopped)
}

// Unperformed is the result of a cell that was not judged: skipped by the user, absent, or not reached.
func (c Cell) Unperformed() Result {
	result := Result{
		Behavior: c.Behavior.ID, Group: c.Behavior.Group, Level: c.Behavior.Level,
		Implementation: c.Implementation.ID, Method: c.Method,
		Verdict: Skipped, Reason: "the run was stopped", Evidence: []string{},
	}
	switch {
	case c.Skipped != "":
		result.Reason = c.Skipped
	case c.Absent != "":
		result.Verdict, result.Reason = Absent, c.Absent
	}
	return result
}
