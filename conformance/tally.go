package conformance

import "slices"

// Tally collects the results of a plan as they come. A cell can have several, from repetitions.
type Tally struct {
	plan   Plan
	judged map[[3]string][]Result
}

// Tally returns one without results.
func (p Plan) Tally() *Tally { return &Tally{plan: p, judged: map[[3]string][]Result{}} }

func (r Result) cell() [3]string { return [3]string{r.Implementation, r.Method, r.Behavior} }

func (c Cell) key() [3]string { return [3]string{c.Implementation.ID, c.Method, c.Behavior.ID} }

// News says whether one of the results of a recording is the first for its cell, or has another verdict than all before.
func (t *Tally) News(results []Result) bool {
	return slices.ContainsFunc(results, func(r Result) bool {
		return !slices.ContainsFunc(t.judged[r.cell()], func(before Result) bool { return before.Verdict == r.Verdict })
	})
}

// Add takes in the results of a recording.
func (t *Tally) Add(results []Result) {
	for _, r := range results {
		t.judged[r.cell()] = append(t.judged[r.cell()], r)
	}
}

// Results returns one for every cell in the plan's order: of several the first that is unexpected, or else the first,
// with the number of each verdict if they differ. missing says why a cell without any is skipped.
func (t *Tally) Results(missing func(Cell) string) []Result {
	results := make([]Result, 0, len(t.plan.Cells))
	for _, cell := range t.plan.Cells {
		all := slices.DeleteFunc(slices.Clone(t.judged[cell.key()]), func(r Result) bool { return r.Verdict == Skipped })
		result := cell.Unperformed()
		switch {
		case len(all) > 0:
			result = all[max(0, slices.IndexFunc(all, func(r Result) bool { return r.Verdict.Unexpected() }))]
		case cell.performed():
			result.Reason = missing(cell)
		}
		if slices.ContainsFunc(all, func(r Result) bool { return r.Verdict != all[0].Verdict }) {
			result.Differs = map[Verdict]int{}
			for _, r := range all {
				result.Differs[r.Verdict]++
			}
		}
		results = append(results, result)
	}
	return results
}

// Stopped is why a cell has no result when the user has stopped the run.
func Stopped(Cell) string { return "the run was stopped" }
