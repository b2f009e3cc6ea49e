package conformance

import "slices"

// CellKey identifies a cell, and the results for it. It can be a key of a map.
type CellKey struct{ Implementation, Method, Behavior string }

// Tally collects the results of a plan. A cell has several results if its program was run repeatedly.
type Tally struct {
	plan   Plan
	judged map[CellKey][]Result
}

// Tally returns an empty tally for the plan.
func (p Plan) Tally() *Tally { return &Tally{plan: p, judged: map[CellKey][]Result{}} }

// Key returns what identifies the cell that the result is for.
func (r Result) Key() CellKey { return CellKey{r.Implementation, r.Method, r.Behavior} }

// News reports whether one of the results is the first for its cell, or has a verdict that the cell did not have before.
func (t *Tally) News(results []Result) bool {
	return slices.ContainsFunc(results, func(r Result) bool {
		return !slices.ContainsFunc(t.judged[r.Key()], func(before Result) bool { return before.Verdict == r.Verdict })
	})
}

// Add adds the results of a recording.
func (t *Tally) Add(results []Result) {
	for _, r := range results {
		t.judged[r.Key()] = append(t.judged[r.Key()], r)
	}
}

// Results returns one result for each cell in the plan's order. Of several results it takes the first unexpected one, or the
// first if none is unexpected, and adds the number of each verdict if they differ. missing returns why a cell without a
// result is skipped.
func (t *Tally) Results(missing func(Cell) string) []Result {
	results := make([]Result, 0, len(t.plan.Cells))
	for _, cell := range t.plan.Cells {
		all := slices.DeleteFunc(slices.Clone(t.judged[cell.Key()]), func(r Result) bool { return r.Verdict == Skipped })
		result := cell.ResultWithoutRun()
		switch {
		case len(all) > 0:
			result = all[max(0, slices.IndexFunc(all, func(r Result) bool { return r.Verdict.Unexpected() }))]
		case cell.isRun():
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

// Stopped is a reason for Results: the user stopped the run.
func Stopped(Cell) string { return "the run was stopped" }
