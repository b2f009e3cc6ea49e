package conformance

import (
	"testing"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// newRecording returns a recording of a program that ended, with the events.
func newRecording(events ...stage.Event) *stage.Recording {
	return &stage.Recording{Outcome: stage.Ended, Program: "sing-dance", Method: Spawn, Events: events}
}

// failure returns the first failure of a judge on a recording, or an empty one.
func failure(r *stage.Recording, judge func(s *Scene)) Failure {
	var result Result
	Behavior{ID: "test", Judge: judge}.judge(r, &result)
	if len(result.Failures) == 0 {
		return Failure{}
	}
	return result.Failures[0]
}

func attempt(what string, data map[string]any) stage.Event {
	data["what"] = what
	return stage.Event{Event: "attempt", Role: Main, PID: 100, Data: data}
}

func TestStepsThatFindNothing(t *testing.T) {
	enter := stage.Event{Event: "enter", Role: "sing", PID: 101}
	raised := map[string]any{"types": []any{"OSError", "Exception"}, "message": "no more processes"}
	code := func(value any) stage.Event {
		return stage.Event{Event: "exit", Role: Main, Data: map[string]any{"exitcodes": value}}
	}
	event := func(s *Scene) { s.Event("enter", "sing") }
	for _, c := range []struct {
		name      string
		events    []stage.Event
		judge     func(s *Scene)
		want, got string
	}{
		{"no event", nil, event, `sing must report "enter" exactly once`, "it did not"},
		{"two events", []stage.Event{enter, enter}, event, `sing must report "enter" exactly once`, "it reported it 2 times"},
		{"one event", []stage.Event{enter}, event, "", ""},
		{
			"an error of the role",
			[]stage.Event{{Event: "error", Role: "sing", Data: raised}},
			event,
			`sing must report "enter" exactly once`, "it did not; sing raised OSError: no more processes",
		},
		{
			"an error of a process without a role",
			[]stage.Event{{Event: "error", PID: 7, Data: raised}},
			event,
			`sing must report "enter" exactly once`, "it did not; process 7 raised OSError: no more processes",
		},
		{
			"a start that was refused",
			[]stage.Event{attempt("start sing", map[string]any{"refused": true, "types": []any{"OSError"}, "message": "no"})},
			event,
			`sing must report "enter" exactly once`, "it did not; start() raised OSError: no",
		},
		{"no first event", nil, func(s *Scene) { s.FirstEvent("enter", "sing") }, `sing must report "enter"`, "it did not"},
		{"the first of two events", []stage.Event{enter, enter}, func(s *Scene) { s.FirstEvent("enter", "sing") }, "", ""},
		{"no main process", nil, func(s *Scene) { s.MainPID() }, `main must report "body"`, "it did not"},
		{"one of two children", []stage.Event{enter}, func(s *Scene) { s.Children("sing", "dance") }, `dance must report "enter" exactly once`, "it did not"},
		{"no table", nil, func(s *Scene) { s.Table("together") }, `the process table must be read at "together"`, "the program did not get that far"},
		{"no end", nil, func(s *Scene) { s.ExitCode(Main, "sing") }, "main must know the exit code of sing", "main did not report its end"},
		{
			"no exit code",
			[]stage.Event{code(map[string]any{"dance": 0.0})},
			func(s *Scene) { s.ExitCode(Main, "sing") },
			"main must know the exit code of sing", "it reported none for that child",
		},
		{
			"an exit code that is null",
			[]stage.Event{code(map[string]any{"sing": nil})},
			func(s *Scene) { s.ExitCode(Main, "sing") },
			"main must know the exit code of sing", "it reported none for that child",
		},
		{"exit codes that are text", []stage.Event{code("0")}, func(s *Scene) { s.ExitCode(Main, "sing") }, "main must know the exit code of sing", "it reported none for that child"},
		{"no exit status", nil, func(s *Scene) { s.ExpectExitStatus(0) }, "the main process must end", "it did not"},
		{"no attempt", nil, func(s *Scene) { s.Attempt(Main, "join") }, `main must report the attempt "join" exactly once`, "it did not"},
		{
			"two attempts",
			[]stage.Event{attempt("join", map[string]any{}), attempt("join", map[string]any{})},
			func(s *Scene) { s.Attempt(Main, "join") }, `main must report the attempt "join" exactly once`, "it reported it 2 times",
		},
		{
			"an attempt without an outcome",
			[]stage.Event{attempt("join", map[string]any{"refused": "yes"})},
			func(s *Scene) { s.Attempt(Main, "join") }, `main must report whether the attempt "join" was refused`, "it did not",
		},
		{
			"an attempt that must succeed",
			[]stage.Event{attempt("join", map[string]any{"refused": true, "types": []any{"ValueError"}, "message": "closed"})},
			func(s *Scene) { s.Accepted(Main, "join") }, `the attempt "join" of main must succeed`, "it raised ValueError: closed",
		},
		{
			"an attempt that must be refused",
			[]stage.Event{attempt("join", map[string]any{"refused": false})},
			func(s *Scene) { s.Refused(Main, "join") }, `the attempt "join" of main must be refused`, "it succeeded",
		},
		{
			"an attempt with another error",
			[]stage.Event{attempt("join", map[string]any{"refused": true})},
			func(s *Scene) { s.RefusedWith(Main, "join", "ValueError") }, `the attempt "join" of main must be refused with ValueError`, "it raised an error without a class",
		},
		{
			"an attempt that returns another value",
			[]stage.Event{attempt("join", map[string]any{"refused": false, "value": []any{1.0}})},
			func(s *Scene) { s.Returned(Main, "join", nil) }, `the attempt "join" of main must return nothing`, "it returned [1]",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			gomega.NewWithT(t).Expect(failure(newRecording(c.events...), c.judge)).To(gomega.Equal(Failure{Want: c.want, Got: c.got}))
		})
	}
}

func TestAttempts(t *testing.T) {
	g := gomega.NewWithT(t)
	s := NewScene(newRecording(
		attempt("join", map[string]any{"refused": false, "value": 1.0}),
		attempt("start", map[string]any{"refused": true, "types": []any{"AssertionError", "Exception"}, "message": "no"}),
		attempt("interrupt", map[string]any{"absent": "there is no interrupt()"}),
		attempt("close", map[string]any{"refused": true}),
	))
	g.Expect(s.Accepted(Main, "join")).To(gomega.Equal(1.0))
	g.Expect(s.Refused(Main, "start").ErrorTypes()).To(gomega.Equal([]string{"AssertionError", "Exception"}))
	s.RefusedWith(Main, "start", "Exception")
	s.Returned(Main, "join", 1)
	g.Expect(s.failures).To(gomega.BeEmpty())
	g.Expect(s.AbsentReason(Main, "interrupt")).To(gomega.Equal("there is no interrupt()"))
	g.Expect(s.AbsentReason(Main, "join")).To(gomega.BeEmpty())
	g.Expect(s.AbsentReason(Main, "kill")).To(gomega.BeEmpty())
	for what, outcome := range map[string]string{"join": "it returned 1", "start": "refused: AssertionError", "close": "refused", "kill": "not tried"} {
		g.Expect(s.Outcome(what, func(value any) string { return "it returned " + Words(value) })).To(gomega.Equal(outcome))
	}
	g.Expect(runJudgeOn(s.Recording, func(s *Scene) { s.Attempt(Main, "interrupt") })).To(gomega.Equal("absent: there is no interrupt()"))
	g.Expect(runJudgeOn(s.Recording, func(s *Scene) { s.Outcome("interrupt", Words) })).To(gomega.Equal("absent: there is no interrupt()"))
}

// runJudgeOn returns the verdict and the reason of a judge.
func runJudgeOn(r *stage.Recording, judge func(s *Scene)) string {
	var result Result
	Behavior{ID: "test", Judge: judge}.judge(r, &result)
	return string(result.Verdict) + ": " + result.Reason
}

func TestAbsentProgram(t *testing.T) {
	r := newRecording(stage.Event{Event: "absent", Role: Main, Data: map[string]any{"reason": "it has no processes"}})
	got := runJudgeOn(r, func(s *Scene) { s.Fail("nothing", "something") })
	gomega.NewWithT(t).Expect(got).To(gomega.Equal("absent: it has no processes"), "no behavior of it is judged")
}

func TestEvents(t *testing.T) {
	g := gomega.NewWithT(t)
	s := NewScene(newRecording(
		stage.Event{Event: "body", Role: Main, PID: 100},
		stage.Event{Event: "enter", Role: "sing", PID: 101, Data: map[string]any{
			"text": "a", "number": 7.0, "types": []any{"A", 1.0, "B"}, "absent": map[string]any{"field": "it has none"},
		}},
		stage.Event{Event: "body", PID: 102},
	))
	e := s.Event("enter", "sing")
	g.Expect(e.Index).To(gomega.Equal(1))
	g.Expect([]any{e.Text("text"), e.Text("number"), e.Number("number"), e.Number("text"), e.Text("none")}).To(gomega.Equal([]any{"a", "", 7, 0, ""}))
	g.Expect(e.ErrorTypes()).To(gomega.Equal([]string{"A", "B"}), "what is not text is left out")
	g.Expect(s.FieldAbsentReason(e, "field")).To(gomega.Equal("it has none"))
	g.Expect(s.FieldAbsentReason(e, "other")).To(gomega.BeEmpty())
	g.Expect(e.String()).To(gomega.Equal(`"enter" of sing`))
	g.Expect(s.Events("body", "")).To(gomega.HaveLen(2))
	g.Expect(s.Events("body", "")[1].String()).To(gomega.Equal(`"body" of process 102`))
	g.Expect(s.Events("body", Main)).To(gomega.HaveLen(1))
	_, has := s.First("leave", "sing")
	g.Expect(has).To(gomega.BeFalse())
	g.Expect(s.MainPID()).To(gomega.Equal(100))
	g.Expect(s.OnWindows()).To(gomega.BeFalse())
	s.Implementation.Platform = "win32"
	g.Expect(s.OnWindows()).To(gomega.BeTrue())
	s.Stdout, s.Stderr = "a\r\n b \n", ""
	g.Expect(s.StdoutLines()).To(gomega.Equal([]string{"a", "b"}))
	g.Expect(s.StderrLines()).To(gomega.BeEmpty())

	s.ExpectBefore(s.Events("body", "")[0], e)
	g.Expect(s.failures).To(gomega.BeEmpty())
	s.ExpectBefore(e, s.Events("body", "")[0])
	g.Expect(s.failures).To(gomega.Equal([]Failure{{Want: `"enter" of sing must come before "body" of main`, Got: "it came after it"}}))
}

func TestTable(t *testing.T) {
	g := gomega.NewWithT(t)
	table := Table{
		{PID: 100, PPID: 1, State: platform.Alive},
		{PID: 101, PPID: 100, State: platform.Zombie},
		{PID: 102, PPID: 103, State: platform.Alive},
		{PID: 103, PPID: 100, State: platform.Alive},
	}
	g.Expect(table.PIDs()).To(gomega.Equal([]int{100, 101, 102, 103}))
	g.Expect(table.Alive(100)).To(gomega.BeTrue())
	g.Expect(table.Alive(101)).To(gomega.BeFalse(), "a zombie")
	g.Expect(table.Alive(7)).To(gomega.BeFalse())
	g.Expect(table.Parent(102)).To(gomega.Equal(103))
	g.Expect(table.Parent(101)).To(gomega.BeZero())
	g.Expect(table.Launcher(100, 102)).To(gomega.Equal(103))
	g.Expect(table.Launcher(100, 103)).To(gomega.BeZero(), "it is a child of the parent")
	g.Expect(table.Launcher(1, 102)).To(gomega.BeZero())
	other := append(table, platform.Process{PID: 104, PPID: 103, State: platform.Alive})
	g.Expect(other.Launcher(100, 102)).To(gomega.BeZero(), "it has another child")
	g.Expect(ProcessNames([]platform.Process{{PID: 1, Name: "init"}, {PID: 2, Name: "python3"}})).To(gomega.Equal("1 (init), 2 (python3)"))
}

func TestHelpers(t *testing.T) {
	g := gomega.NewWithT(t)
	for method, count := range map[string]string{Fork: "0", Spawn: "1", Forkserver: "2"} {
		g.Expect(helperCount.Observe(NewScene(singDance(t, method)))).To(gomega.Equal(count), method)
	}
	s := NewScene(newRecording())
	s.Survivors = []platform.Process{{PID: 7, Name: "python3"}}
	s.ExpectNoSurvivors()
	g.Expect(s.failures).To(gomega.Equal([]Failure{{Want: "no process must be left after the main process has ended", Got: "the suite had to kill 7 (python3)"}}))
	g.Expect(ObserveBodyRuns(s)).To(gomega.Equal("none"))
	g.Expect(ObserveBodyRuns(NewScene(singDance(t, Spawn)))).To(gomega.Equal("__main__ ×1, __mp_main__ ×2"))
}

func TestRequirements(t *testing.T) {
	g := gomega.NewWithT(t)
	python := implementation.Implementation{Interpreter: "cpython", Version: "3.7.1", Platform: "linux"}
	onWindows, node := python, implementation.Implementation{Interpreter: "node", Version: "2.1", Platform: "linux"}
	onWindows.Platform = "win32"
	g.Expect(POSIX.Met(python)).To(gomega.BeTrue())
	g.Expect(POSIX.Met(onWindows)).To(gomega.BeFalse())
	for _, interpreter := range pythons {
		g.Expect(Multiprocessing.Met(implementation.Implementation{Interpreter: interpreter})).To(gomega.BeTrue(), interpreter)
	}
	g.Expect(Multiprocessing.Met(node)).To(gomega.BeFalse(), "another language")
	both := POSIX.And(Multiprocessing)
	g.Expect(both.Met(python)).To(gomega.BeTrue())
	g.Expect(both.Met(onWindows)).To(gomega.BeFalse())
	g.Expect(both.Met(node)).To(gomega.BeFalse())
	g.Expect(both.Reason).To(gomega.Equal(POSIX.Reason + "; " + Multiprocessing.Reason))
	g.Expect(PythonBefore("3.8", python)).To(gomega.BeTrue())
	g.Expect(PythonBefore("3.7", python)).To(gomega.BeFalse())
	g.Expect(PythonBefore("3.8", node)).To(gomega.BeFalse(), "the versions of another language mean something else")
	g.Expect(exitNothingLeft.AppliesTo(onWindows, Spawn)).To(gomega.BeFalse())
	g.Expect(exitNothingLeft.AppliesTo(python, "loky")).To(gomega.BeTrue())
	g.Expect(identityMain.AppliesTo(python, Fork)).To(gomega.BeTrue())
	g.Expect(identityMain.AppliesTo(python, "loky")).To(gomega.BeFalse())
}
