package conformance

import (
	"errors"
	"path"
	"slices"
	"testing"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

func ids(all []implementation.Implementation) []string {
	var list []string
	for _, i := range all {
		list = append(list, i.ID)
	}
	return list
}

func TestPlanOfEverything(t *testing.T) {
	g := gomega.NewWithT(t)
	all := found(t)
	plan, err := NewPlan(all, Selection{})
	g.Expect(err).NotTo(gomega.HaveOccurred())
	g.Expect(plan.Implementations).To(gomega.Equal(all[:3]), "all that can be run, in their order")

	var expected []Cell
	for _, i := range all[:3] {
		for _, method := range i.Methods {
			for _, b := range All() {
				if b.AppliesTo(i, method) {
					expected = append(expected, newCell(Selection{}, b, i, method))
				}
			}
		}
	}
	key := func(c Cell) []string { return []string{c.Implementation.ID, c.Method, c.Behavior.ID, c.Skipped} }
	g.Expect(len(plan.Cells)).To(gomega.Equal(len(expected)))
	for n := range expected {
		g.Expect(key(plan.Cells[n])).To(gomega.Equal(key(expected[n])))
	}

	tasks := map[stage.TaskKey]int{}
	for _, task := range plan.Tasks() {
		tasks[task.Key()]++
	}
	for _, cell := range plan.Cells {
		if !cell.isRun() {
			continue
		}
		task := cell.Task()
		g.Expect(tasks).To(gomega.HaveKeyWithValue(task.Key(), 1), "each once")
	}
	programs := map[string]bool{}
	for _, b := range All() {
		programs[b.Program] = true
	}
	expectedTasks := 0
	for _, i := range plan.Implementations {
		for program := range programs {
			if _, lacking := i.Lacking(program); !lacking {
				expectedTasks += len(i.Methods)
			}
		}
	}
	g.Expect(tasks).To(gomega.HaveLen(expectedTasks))
}

func TestSelections(t *testing.T) {
	for _, c := range []struct {
		name            string
		selection       Selection
		implementations []string
		methods         []string // of the tasks
		programs        []string
	}{
		{
			"an id",
			Selection{Implementations: []string{"cpython-3.12.1"}, Behaviors: []string{"exit-status"}},
			[]string{"cpython-3.12.1"},
			[]string{Fork, Spawn, Forkserver},
			[]string{"sing-dance"},
		},
		{
			"a pattern of ids",
			Selection{Implementations: []string{"cpython-*"}, Methods: []string{"forkserver"}, Behaviors: []string{"exit-status*"}},
			[]string{"cpython-3.12.1", "cpython-3.15.2"},
			[]string{Forkserver},
			[]string{"sing-dance", "sing-dance-sys-exit"},
		},
		{
			"several patterns",
			Selection{Implementations: []string{"go-*", "cpython-3.15.*"}, Methods: []string{"fork"}, Behaviors: []string{"args-none", "method-*"}},
			[]string{"go-*", "cpython-3.15.2"},
			[]string{Fork},
			[]string{"sing-dance", "set-start-method"},
		},
		{
			"a pattern of methods",
			Selection{Implementations: []string{"cpython-3.12.1"}, Methods: []string{"fork*"}, Behaviors: []string{"method-set"}},
			[]string{"cpython-3.12.1"},
			[]string{Fork, Forkserver},
			[]string{"set-start-method"},
		},
		{
			"a group",
			Selection{Implementations: []string{"cpython-3.12.1"}, Groups: []string{"exi*"}},
			[]string{"cpython-3.12.1"},
			[]string{Fork, Spawn, Forkserver},
			[]string{"sing-dance", "sing-dance-sys-exit"},
		},
		{
			"a level and a group",
			Selection{Implementations: []string{"cpython-3.12.1"}, Methods: []string{"spawn"}, Levels: []string{"core"}, Groups: []string{"method"}},
			[]string{"cpython-3.12.1"},
			[]string{Spawn},
			[]string{"set-start-method"},
		},
		{
			"an executable",
			Selection{Implementations: []string{"/usr/bin/singdance"}, Behaviors: []string{"exit-status"}},
			[]string{"go-*"},
			[]string{Fork, Spawn, Forkserver},
			[]string{"sing-dance"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := gomega.NewWithT(t)
			plan, err := NewPlan(found(t), c.selection)
			g.Expect(err).NotTo(gomega.HaveOccurred())
			g.Expect(ids(plan.Implementations)).To(gomega.HaveLen(len(c.implementations)))
			for n, pattern := range c.implementations {
				matched, err := path.Match(pattern, plan.Implementations[n].ID)
				g.Expect(err).NotTo(gomega.HaveOccurred())
				g.Expect(matched).To(gomega.BeTrue(), plan.Implementations[n].ID)
			}
			var methods, programs []string
			for _, task := range plan.Tasks() {
				if !slices.Contains(methods, task.Method) {
					methods = append(methods, task.Method)
				}
				if !slices.Contains(programs, task.Program) {
					programs = append(programs, task.Program)
				}
			}
			g.Expect(methods).To(gomega.ConsistOf(c.methods))
			g.Expect(programs).To(gomega.ConsistOf(c.programs))
		})
	}
}

func TestUnselectedCellsAreSkippedWithAReason(t *testing.T) {
	g := gomega.NewWithT(t)
	plan, err := NewPlan(found(t), Selection{Implementations: []string{"cpython-3.12.1"}, Methods: []string{Spawn}, Behaviors: []string{"identity-*"}})
	g.Expect(err).NotTo(gomega.HaveOccurred())
	reasons := map[string]int{}
	for _, cell := range plan.Cells {
		reasons[cell.Skipped]++
		switch {
		case cell.Method != Spawn:
			g.Expect(cell.Skipped).To(gomega.Equal("not selected by --method"))
		case cell.Behavior.ID == "identity-main" || cell.Behavior.ID == "identity-parent":
			g.Expect(cell.Skipped).To(gomega.BeEmpty())
		default:
			g.Expect(cell.Skipped).To(gomega.Equal("not selected by --behavior"))
		}
	}
	g.Expect(reasons).To(gomega.HaveLen(3))
	g.Expect(reasons[""]).To(gomega.Equal(2))
}

func TestUnknownNames(t *testing.T) {
	for _, c := range []struct {
		selection Selection
		says      string
	}{
		{Selection{Behaviors: []string{"exit-status", "exit-stats"}}, `--behavior exit-stats matches no behavior (did you mean "exit-status"?); ` + "`singdance list` lists all"},
		{Selection{Groups: []string{"exits"}}, `--group exits matches no group (did you mean "exit"?); the groups are `},
		{Selection{Levels: []string{"hard"}}, "--level hard matches no level; the levels are core, extended, observation"},
		{Selection{Programs: []string{"dance"}}, "--program dance matches no program; the programs are "},
	} {
		g := gomega.NewWithT(t)
		plan, err := NewPlan(found(t), c.selection)
		g.Expect(err).To(gomega.MatchError(gomega.ContainSubstring(c.says)))
		var unknown UnknownName
		g.Expect(errors.As(err, &unknown)).To(gomega.BeTrue(), "%v", err)
		g.Expect(plan.Cells).To(gomega.BeEmpty())
	}
}

func TestEmptySelections(t *testing.T) {
	for _, c := range []struct {
		selection Selection
		says      string
	}{
		{Selection{Implementations: []string{"cpython-4*"}}, "--implementation cpython-4* matches nothing on this machine"},
		{Selection{Implementations: []string{"cpython-3.12.1", "cython-*"}}, "--implementation cython-* matches nothing on this machine"},
		{Selection{Implementations: []string{"unavailable"}}, "--implementation unavailable matches only implementations that cannot be run here: Python 2.7.18 is older than 3.6"},
		{Selection{Implementations: []string{"/usr/bin/python2"}}, "--implementation /usr/bin/python2 matches only implementations that cannot be run here: Python 2.7.18 is older than 3.6"},
		{Selection{Methods: []string{"loky"}}, "--method loky matches no start method; the selected implementations have"},
		{Selection{Implementations: []string{"go-*"}, Methods: []string{"forkserver*x"}}, `--method forkserver*x matches no start method (did you mean "forkserver"?); the selected implementations have`},
		{Selection{Levels: []string{"core"}, Behaviors: []string{"helper-count"}}, "the selection is empty"},
		{Selection{Methods: []string{Fork}, Behaviors: []string{"identity-server"}}, "no selected behavior applies to a selected implementation and start method"},
	} {
		g := gomega.NewWithT(t)
		plan, err := NewPlan(found(t), c.selection)
		g.Expect(err).To(gomega.MatchError(gomega.ContainSubstring(c.says)))
		var empty EmptySelection
		g.Expect(errors.As(err, &empty)).To(gomega.BeTrue(), "%v", err)
		g.Expect(plan.Cells).To(gomega.BeEmpty())
	}
	for _, nothing := range [][]implementation.Implementation{nil, found(t)[3:]} {
		g := gomega.NewWithT(t)
		_, err := NewPlan(nothing, Selection{})
		g.Expect(err).To(gomega.MatchError(gomega.HavePrefix("found no implementation that can be run here")))
		g.Expect(errors.As(err, new(EmptySelection))).To(gomega.BeTrue())
	}
}

// An invalid pattern is a usage error of its own, not an empty selection.
func TestBrokenPatterns(t *testing.T) {
	for _, c := range []struct {
		selection Selection
		says      string
	}{
		{Selection{Implementations: []string{"[cpython"}}, `invalid pattern of implementation IDs "[cpython"`},
		{Selection{Implementations: []string{"cpython-*", "[cpython"}}, `invalid pattern of implementation IDs "[cpython"`},
		{Selection{Methods: []string{"[fork"}}, "--method [fork is not a valid pattern"},
		{Selection{Groups: []string{"[exit"}}, "--group [exit is not a valid pattern"},
		{Selection{Levels: []string{"[core"}}, "--level [core is not a valid pattern"},
		{Selection{Behaviors: []string{"exit-[a"}}, "--behavior exit-[a is not a valid pattern"},
	} {
		g := gomega.NewWithT(t)
		_, err := NewPlan(found(t), c.selection)
		g.Expect(err).To(gomega.MatchError(gomega.ContainSubstring(c.says)))
		g.Expect(errors.Is(err, path.ErrBadPattern)).To(gomega.BeTrue())
		g.Expect(errors.As(err, new(EmptySelection))).To(gomega.BeFalse())
	}
}

func TestPlanJudge(t *testing.T) {
	g := gomega.NewWithT(t)
	plan, err := NewPlan(found(t), Selection{Behaviors: []string{"exit-*", "helper-count", "identity-*"}})
	g.Expect(err).NotTo(gomega.HaveOccurred())
	judged := func(r *stage.Recording) []string {
		var list []string
		for _, result := range plan.Judge(r, nil) {
			g.Expect(result.Implementation).To(gomega.Equal(r.Implementation.ID))
			g.Expect(result.Method).To(gomega.Equal(r.Method))
			g.Expect(result.Verdict).To(gomega.Equal(Pass))
			list = append(list, result.Behavior)
		}
		return list
	}
	g.Expect(judged(singDance(t, Forkserver))).To(gomega.Equal([]string{
		"identity-server", "identity-parent", "exit-waits", "exit-codes", "exit-status", "exit-nothing-left", "helper-count",
	}), "in the order of the plan")
	g.Expect(judged(load(t, "sing-dance-sys-exit", "cpython-3.12", Fork))).To(gomega.Equal([]string{"exit-status-kept"}))
	g.Expect(judged(load(t, "set-start-method", "cpython-3.12", Fork))).To(gomega.BeEmpty(), "no selected behavior needs it")
	g.Expect(judged(load(t, "sing-dance-unguarded", "cpython-3.14", Forkserver))).To(gomega.BeEmpty(), "it is not in the plan")
}

func TestProgramsThatADriverLacks(t *testing.T) {
	g := gomega.NewWithT(t)
	i := singDance(t, Spawn).Implementation
	i.Programs = []string{"sing-dance"}
	i.Module = "mylibrary"
	i.Lacks = map[string]string{"set-start-method": "it has one start method"}
	plan, err := NewPlan([]implementation.Implementation{i}, Selection{})
	g.Expect(err).NotTo(gomega.HaveOccurred())
	for _, task := range plan.Tasks() {
		g.Expect(task.Program).To(gomega.Equal("sing-dance"))
	}
	missing := 0
	for _, cell := range plan.Cells {
		if cell.Behavior.Program == "sing-dance" {
			g.Expect(cell.Absent).To(gomega.BeEmpty())
			continue
		}
		missing++
		result := cell.ResultWithoutRun()
		if cell.Behavior.Program == "set-start-method" {
			g.Expect(result.Verdict).To(gomega.Equal(Absent), result.Behavior)
			g.Expect(result.Reason).To(gomega.Equal("it has one start method"))
			continue
		}
		g.Expect(result.Verdict).To(gomega.Equal(Skipped), result.Behavior)
		g.Expect(result.Reason).To(gomega.Equal("the driver does not have the program " + cell.Behavior.Program + " and gives no reason"))
	}
	g.Expect(missing).NotTo(gomega.BeZero())
}

func TestMultiprocessingLacksNoProgram(t *testing.T) {
	g := gomega.NewWithT(t)
	i := singDance(t, Spawn).Implementation
	i.Lacks = map[string]string{"set-start-method": "it has one start method"}
	plan, err := NewPlan([]implementation.Implementation{i}, Selection{})
	g.Expect(err).NotTo(gomega.HaveOccurred())
	failed := 0
	for _, cell := range plan.Cells {
		if cell.Absent == "" || cell.Behavior.Observe != nil {
			continue
		}
		failed++
		result := cell.ResultWithoutRun()
		g.Expect(result.Verdict).To(gomega.Equal(Fail), result.Behavior)
		g.Expect(result.Reason).To(gomega.ContainSubstring("it reported that it has not: it has one start method"))
	}
	g.Expect(failed).NotTo(gomega.BeZero())
}
