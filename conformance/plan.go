package conformance

import (
	"context"
	"fmt"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

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
				if b.AppliesTo(i, method) {
					plan.Cells = append(plan.Cells, newCell(s, b, i, method))
				}
			}
		}
	}
	if len(plan.Tasks()) == 0 {
		return Plan{}, EmptySelection{fmt.Errorf("the selection leaves nothing to be judged: no selected behavior concerns a selected implementation and method, or no driver has the programs")}
	}
	return plan, nil
}

// newCell plans a cell. A program that the driver leaves out without a reason is skipped, like one that the user leaves
// out: nobody says that the implementation has no such thing.
func newCell(s Selection, b Behavior, i implementation.Implementation, method string) Cell {
	cell := Cell{Behavior: b, Implementation: i, Method: method, Skipped: s.skips(b, method), Absent: i.Lacks[b.Program]}
	if cell.Skipped == "" && cell.Absent == "" {
		cell.Skipped = i.Without(b.Program)
	}
	return cell
}

// performed says whether the cell is judged on a recording.
func (c Cell) performed() bool { return c.Skipped == "" && c.Absent == "" }

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
	s.RunAll(ctx, p.Tasks(), jobs, func(r *stage.Recording) {
		results := p.Judge(r, expectations)
		each(r, results)
		tally.Add(results)
	})
	return tally.Results(Stopped)
}

// Unperformed is the result of a cell that was not judged: skipped by the user, absent, or not reached.
func (c Cell) Unperformed() Result {
	result := Result{
		Behavior: c.Behavior.ID, Group: c.Behavior.Group(), Level: c.Behavior.Level,
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
