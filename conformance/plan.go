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
	Skipped        string // why the cell is not judged; empty if it is
	Absent         string // why the implementation has nothing to judge; empty if it has
}

// Key returns what identifies the cell.
func (c Cell) Key() CellKey { return CellKey{c.Implementation.ID, c.Method, c.Behavior.ID} }

// Task returns the run of a program whose recording the cell is judged on.
func (c Cell) Task() stage.Task {
	return stage.Task{Implementation: c.Implementation, Method: c.Method, Program: c.Behavior.Program}
}

// Plan lists what a run judges, in the order of implementations, start methods and behaviors.
type Plan struct {
	Implementations []implementation.Implementation // the selected ones that can be run here
	Cells           []Cell
}

// NewPlan returns the plan for a selection of the implementations that were found. A pattern that matches nothing is an
// EmptySelection error, because a typo must not look like a passed run.
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
		return Plan{}, EmptySelection{fmt.Errorf("the selection is empty: no selected behavior applies to a selected implementation and start method, or no driver has the programs")}
	}
	return plan, nil
}

// newCell returns the cell of a behavior. If the driver does not have the program and gives no reason, the cell is skipped
// and not absent, because the implementation may have what the behavior is about.
func newCell(s Selection, b Behavior, i implementation.Implementation, method string) Cell {
	cell := Cell{Behavior: b, Implementation: i, Method: method, Skipped: s.reasonToSkip(b, method), Absent: i.Lacks[b.Program]}
	if cell.Skipped == "" && cell.Absent == "" {
		cell.Skipped, _ = i.Lacking(b.Program)
	}
	return cell
}

// isRun reports whether the cell is judged on a recording.
func (c Cell) isRun() bool { return c.Skipped == "" && c.Absent == "" }

// Tasks returns the tasks that the cells need, each once.
func (p Plan) Tasks() []stage.Task {
	var tasks []stage.Task
	seen := map[stage.TaskKey]bool{}
	for _, cell := range p.Cells {
		task := cell.Task()
		if cell.isRun() && !seen[task.Key()] {
			seen[task.Key()] = true
			tasks = append(tasks, task)
		}
	}
	return tasks
}

// Judge judges the cells that need the recording.
func (p Plan) Judge(r *stage.Recording, expectations Expectations) []Result {
	var results []Result
	for _, cell := range p.Cells {
		if cell.isRun() && cell.Task().Key() == r.Key() {
			results = append(results, Judge(cell.Behavior, r, expectations))
		}
	}
	return results
}

// Run runs the plan's tasks, at most jobs at a time, and returns a result for each cell in the plan's order. It calls each
// with every recording and its results. If the context ends, the cells that were not reached are skipped.
func (p Plan) Run(ctx context.Context, s *stage.Stage, jobs int, expectations Expectations, each func(*stage.Recording, []Result)) []Result {
	tally := p.Tally()
	s.RunAll(ctx, p.Tasks(), jobs, func(r *stage.Recording) {
		results := p.Judge(r, expectations)
		each(r, results)
		tally.Add(results)
	})
	return tally.Results(Stopped)
}

// ResultWithoutRun returns the result of a cell without a recording: skipped, absent, or not reached.
func (c Cell) ResultWithoutRun() Result {
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
		if c.Behavior.documentedFor(c.Implementation) && c.Behavior.Observe == nil {
			failure := c.Behavior.undocumentedAbsence(c.Implementation, c.Absent)
			result.Verdict, result.Reason, result.Failures = Fail, oneLine(failure.String(), maxReason), []Failure{failure.shortened()}
		}
	}
	return result
}
