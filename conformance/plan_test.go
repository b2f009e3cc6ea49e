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

// found is what the plan's tests choose from.
func found(t testing.TB) []implementation.Implementation {
	t.Helper()
	return []implementation.Implementation{
		load(t, "go/spawn/sing-dance").Implementation,
		load(t, "cpython-3.12/fork/sing-dance").Implementation,
		load(t, "cpython-3.15/forkserver/sing-dance").Implementation,
		{ID: "unavailable", Executable: "/usr/bin/python2", Unavailable: "Python 2.7.18 is older than 3.6"},
	}
}

func ids(all []implementation.Implementation) []string {
	var list []string
	for _, i := range all {
		list = append(list, i.ID)
	}
	return list
}

func TestAPlanOfEverything(t *testing.T) {
	g := gomega.NewWithT(t)
	all := found(t)
	plan, err := NewPlan(all, Selection{})
	g.Expect(err).NotTo(gomega.HaveOccurred())
	g.Expect(plan.Implementations).To(gomega.Equal(all[:3]), "all that can be performed on, in their order")

	var expected []Cell
	for _, i := range all[:3] {
		for _, method := range i.Methods {
			for _, b := range All() {
				if b.Concerns(i, method) == "" {
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

	tasks := map[[3]string]int{}
	for _, task := range plan.Tasks() {
		tasks[[3]string{task.Implementation.ID, task.Method, task.Program}]++
	}
	for _, cell := range plan.Cells {
		if !cell.performed() {
			continue
		}
		task := cell.Task()
		g.Expect(tasks).To(gomega.HaveKeyWithValue([3]string{task.Implementation.ID, task.Method, task.Program}, 1), "each once")
	}
	programs := map[string]bool{}
	for _, b := range All() {
		programs[b.Program] = true
	}
	expectedTasks := 0
	for _, i := range plan.Implementations {
		for program := range programs {
			if i.Without(program) == "" {
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
			[]string{fork, spawn, forkserver},
			[]string{"sing-dance"},
		},
		{
			"a pattern of ids",
			Selection{Implementations: []string{"cpython-*"}, Methods: []string{"forkserver"}, Behaviors: []string{"exit-status*"}},
			[]string{"cpython-3.12.1", "cpython-3.15.2"},
			[]string{forkserver},
			[]string{"sing-dance", "sing-dance-exit"},
		},
		{
			"several patterns",
			Selection{Implementations: []string{"go-*", "cpython-3.15.*"}, Methods: []string{"fork"}, Behaviors: []string{"args-none", "method-*"}},
			[]string{"go-*", "cpython-3.15.2"},
			[]string{fork},
			[]string{"sing-dance", "choose-method"},
		},
		{
			"a pattern of methods",
			Selection{Implementations: []string{"cpython-3.12.1"}, Methods: []string{"fork*"}, Behaviors: []string{"choice-again"}},
			[]string{"cpython-3.12.1"},
			[]string{fork, forkserver},
			[]string{"choose-method"},
		},
		{
			"an executable",
			Selection{Implementations: []string{"/usr/bin/singdance"}, Behaviors: []string{"exit-status"}},
			[]string{"go-*"},
			[]string{fork, spawn, forkserver},
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

func TestWhatTheUserLeavesOutIsSkippedWithAReason(t *testing.T) {
	g := gomega.NewWithT(t)
	plan, err := NewPlan(found(t), Selection{Implementations: []string{"cpython-3.12.1"}, Methods: []string{spawn}, Behaviors: []string{"ppid-*"}})
	g.Expect(err).NotTo(gomega.HaveOccurred())
	reasons := map[string]int{}
	for _, cell := range plan.Cells {
		reasons[cell.Skipped]++
		switch {
		case cell.Method != spawn:
			g.Expect(cell.Skipped).To(gomega.Equal("not selected by --method"))
		case cell.Behavior.ID == "ppid-shared" || cell.Behavior.ID == "ppid-parent":
			g.Expect(cell.Skipped).To(gomega.BeEmpty())
		default:
			g.Expect(cell.Skipped).To(gomega.Equal("not selected by --behavior"))
		}
	}
	g.Expect(reasons).To(gomega.HaveLen(3))
	g.Expect(reasons[""]).To(gomega.Equal(2))
}

func TestSelectionsThatLeaveNothing(t *testing.T) {
	for _, c := range []struct {
		selection Selection
		says      string
	}{
		{Selection{Implementations: []string{"cpython-4*"}}, "--implementation cpython-4* matches nothing on this machine"},
		{Selection{Implementations: []string{"cpython-3.12.1", "cython-*"}}, "--implementation cython-* matches nothing on this machine"},
		{Selection{Implementations: []string{"unavailable"}}, "--implementation unavailable matches only what cannot be performed on: Python 2.7.18 is older than 3.6"},
		{Selection{Implementations: []string{"/usr/bin/python2"}}, "--implementation /usr/bin/python2 matches only what cannot be performed on: Python 2.7.18 is older than 3.6"},
		{Selection{Methods: []string{"loky"}}, "--method loky matches nothing that is offered by a selected implementation"},
		{Selection{Implementations: []string{"go-*"}, Methods: []string{"forkserver*x"}}, "--method forkserver*x matches nothing that is offered by a selected implementation"},
		{Selection{Behaviors: []string{"exit-status", "exit-stats"}}, "--behavior exit-stats matches nothing that is a behavior"},
		{Selection{Methods: []string{fork}, Behaviors: []string{"ppid-server"}}, "no selected behavior concerns a selected implementation and method"},
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
		g.Expect(err).To(gomega.MatchError(gomega.HavePrefix("no implementation was found that can be performed on")))
		g.Expect(errors.As(err, new(EmptySelection))).To(gomega.BeTrue())
	}
}

// A broken pattern is a typing error, not a selection that matches nothing.
func TestPatternsThatAreBroken(t *testing.T) {
	for _, c := range []struct {
		selection Selection
		says      string
	}{
		{Selection{Implementations: []string{"[cpython"}}, `"[cpython" is not a pattern of implementation ids`},
		{Selection{Implementations: []string{"cpython-*", "[cpython"}}, `"[cpython" is not a pattern of implementation ids`},
		{Selection{Methods: []string{"[fork"}}, "--method [fork is not a pattern"},
		{Selection{Behaviors: []string{"exit-[a"}}, "--behavior exit-[a is not a pattern"},
	} {
		g := gomega.NewWithT(t)
		_, err := NewPlan(found(t), c.selection)
		g.Expect(err).To(gomega.MatchError(gomega.ContainSubstring(c.says)))
		g.Expect(errors.Is(err, path.ErrBadPattern)).To(gomega.BeTrue())
		g.Expect(errors.As(err, new(EmptySelection))).To(gomega.BeFalse())
	}
}

func TestAPlanJudgesTheCellsThatNeedARecording(t *testing.T) {
	g := gomega.NewWithT(t)
	plan, err := NewPlan(found(t), Selection{Behaviors: []string{"exit-*", "helpers", "ppid-*"}})
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
	g.Expect(judged(load(t, "cpython-3.12/forkserver/sing-dance"))).To(gomega.Equal([]string{
		"ppid-shared", "ppid-server", "exit-waits", "exit-children-status", "exit-status", "exit-nothing-left", "helpers",
	}), "in the order of the plan")
	g.Expect(judged(load(t, "cpython-3.12/fork/sing-dance-exit"))).To(gomega.Equal([]string{"exit-status-kept"}))
	g.Expect(judged(load(t, "cpython-3.12/fork/choose-method"))).To(gomega.BeEmpty(), "nothing selected needs it")
	g.Expect(judged(load(t, "cpython-3.14/forkserver/sing-dance-unguarded"))).To(gomega.BeEmpty(), "it is not in the plan")
}

func TestWhatADriverLacksIsAbsentOnlyWithAReason(t *testing.T) {
	g := gomega.NewWithT(t)
	i := load(t, "cpython-3.12/spawn/sing-dance").Implementation
	i.Programs = []string{"sing-dance"}
	i.Lacks = map[string]string{"daemons": "nobody serves here"}
	plan, err := NewPlan([]implementation.Implementation{i}, Selection{})
	g.Expect(err).NotTo(gomega.HaveOccurred())
	for _, task := range plan.Tasks() {
		g.Expect(task.Program).To(gomega.Equal("sing-dance"))
	}
	lacking := 0
	for _, cell := range plan.Cells {
		if cell.Behavior.Program == "sing-dance" {
			g.Expect(cell.Absent).To(gomega.BeEmpty())
			continue
		}
		lacking++
		result := cell.Unperformed()
		if cell.Behavior.Program == "daemons" {
			g.Expect(result.Verdict).To(gomega.Equal(Absent), result.Behavior)
			g.Expect(result.Reason).To(gomega.Equal("nobody serves here"))
			continue
		}
		g.Expect(result.Verdict).To(gomega.Equal(Skipped), result.Behavior)
		g.Expect(result.Reason).To(gomega.Equal("its driver does not have the program " + cell.Behavior.Program + ", and does not say why"))
	}
	g.Expect(lacking).NotTo(gomega.BeZero())
}

func TestWhatAProgramSaysIsAbsent(t *testing.T) {
	g := gomega.NewWithT(t)
	r := load(t, "cpython-3.12/spawn/sing-dance")
	r.Events = []stage.Event{{Event: "absent", Role: main, Data: map[string]any{"reason": "it has no processes"}}}
	for _, b := range All() {
		if b.Program == r.Program && b.Concerns(r.Implementation, r.Method) == "" {
			result := Judge(b, r, nil)
			g.Expect(result.Verdict).To(gomega.Equal(Absent), b.ID)
			g.Expect(result.Reason).To(gomega.Equal("it has no processes"), b.ID)
		}
	}
}
