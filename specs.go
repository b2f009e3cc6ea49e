package singdance

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"

	. "github.com/onsi/ginkgo/v2"
	"github.com/onsi/ginkgo/v2/types"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/stage"
)

// Specs adds a spec for each result that c asks for to the Ginkgo tree. Call it in a test function before RunSpecs, or in the
// body of a container there; t is the test that calls RunSpecs. Specs finds the implementations at once, because the tree is
// made from them. The programs run when the first spec runs. If only the label filter selects specs, the programs that it needs
// run in parallel, spread over the CPUs. If specs are selected by their text or run in several processes, each spec runs its
// program.
//
// Each spec has the labels id, group, level, method and implementation, such as "group:guard", and a hidden report entry named
// "verdict" with the result as JSON.
func Specs(t testing.TB, c Config) {
	t.Helper()
	s := open(t, c)
	begin := sync.OnceFunc(func() { s.start(t, s.filtered()) })
	for _, cell := range s.plan.Cells {
		It(specText(cell), Label(specLabels(cell)...), func(ctx SpecContext) {
			begin()
			result, err := s.judge(ctx, cell)
			if err != nil {
				Fail(err.Error())
			}
			entry, err := json.Marshal(result)
			if err != nil {
				Fail(fmt.Sprintf("the result cannot be reported: %v", err))
			}
			AddReportEntry("verdict", string(entry), ReportEntryVisibilityNever)
			switch outcomeOf(result, c.Strict) {
			case passes:
			case skips:
				Skip(string(result.Verdict) + ": " + result.Reason)
			case fails:
				Fail(describe(cell, result))
			}
		})
	}
}

func specText(cell conformance.Cell) string {
	return strings.Join([]string{cell.Implementation.ID, cell.Method, cell.Behavior.ID + ": " + cell.Behavior.Statement}, " ")
}

func specLabels(cell conformance.Cell) []string {
	return []string{
		"id:" + cell.Behavior.ID, "group:" + cell.Behavior.Group(), "level:" + string(cell.Behavior.Level),
		"method:" + cell.Method, "implementation:" + cell.Implementation.ID,
	}
}

// filtered returns the tasks of the specs that Ginkgo's label filter selects. If the specs are not selected by labels alone,
// or if several processes share them, it returns none. Each spec then runs the program that it needs.
func (s *session) filtered() []stage.Task {
	suite, _ := GinkgoConfiguration()
	if len(suite.FocusStrings)+len(suite.SkipStrings)+len(suite.FocusFiles)+len(suite.SkipFiles) > 0 || suite.ParallelTotal > 1 || suite.DryRun {
		return nil
	}
	filter, err := types.ParseLabelFilter(suite.LabelFilter)
	if err != nil {
		return nil // Ginkgo itself reports an invalid filter
	}
	var selected conformance.Plan
	for _, cell := range s.plan.Cells {
		if filter(specLabels(cell)) {
			selected.Cells = append(selected.Cells, cell)
		}
	}
	return selected.Tasks()
}
