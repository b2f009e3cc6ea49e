package stage

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/platform"
)

func TestSingAndDance(t *testing.T) {
	g := NewWithT(t)
	ts := open(t, Options{Beats: 2})
	r := ts.runFake("sing-dance")

	g.Expect(r.Outcome).To(Equal(Ended), r.Reason)
	g.Expect(r.Reason).To(BeEmpty())
	g.Expect(*r.Exit).To(Equal(platform.Exit{}))
	g.Expect(r.Schema).To(Equal(RecordingSchema))
	g.Expect(r.Implementation.ID).To(Equal("fake-1"))
	g.Expect([]string{r.Method, r.Program}).To(Equal([]string{"spawn", "a-program"}))
	g.Expect(r.System).To(Equal(platform.Describe()))
	g.Expect(r.Beats).To(Equal(2))
	g.Expect(names(r)).To(ConsistOf("body main", "last main", "exit main",
		"enter sing", "enter dance", "ask sing", "ask dance", "leave sing", "leave dance"))
	g.Expect(r.EventsAtExit).To(Equal(len(r.Events)))
	g.Expect(strings.Fields(r.Stdout)).To(ConsistOf("sing", "dance"))
	g.Expect(r.Stderr).To(BeEmpty())
	g.Expect(r.Survivors).To(BeEmpty())
	g.Expect(r.FirstPID).To(Equal(r.Events[index(r, "body", 1)].PID))

	// The process table must be read after both children asked for the cue and the main process reported "last", and before a
	// child continues.
	s, found := r.Snapshot("together")
	g.Expect(found).To(BeTrue())
	for _, i := range []int{index(r, "ask", 1), index(r, "ask", 2), index(r, "last", 1)} {
		g.Expect(i).To(BeNumerically("<", s.Events))
	}
	g.Expect(index(r, "leave", 1)).To(BeNumerically(">=", s.Events))
	alive := map[int]int{}
	for _, p := range s.Processes {
		g.Expect(p.State).To(Equal(platform.Alive))
		alive[p.PID] = p.PPID
	}
	for _, e := range r.Events {
		if e.Event == "ask" {
			g.Expect(alive).To(HaveKeyWithValue(e.PID, r.FirstPID))
		}
	}
	g.Expect(alive).To(HaveKey(r.FirstPID))
	g.Expect(alive).To(HaveLen(3))

	_, found = r.Snapshot(PointExit)
	g.Expect(found).To(BeTrue())
	_, found = r.Snapshot("no-such-point")
	g.Expect(found).To(BeFalse())
}

func TestCueAfterEvent(t *testing.T) {
	g := NewWithT(t)
	r := open(t, Options{}).runFake("cue-after-event")
	g.Expect(r.Outcome).To(Equal(Ended), r.Reason)
	s, found := r.Snapshot("x")
	g.Expect(found).To(BeTrue())
	g.Expect(names(r)).To(Equal([]string{"ask sing", "last sing", "last main"}))
	g.Expect(s.Events).To(Equal(3))
}

func TestCueAskedTwiceByOneProcess(t *testing.T) {
	g := NewWithT(t)
	r := open(t, Options{}).runFake("ask-twice")
	g.Expect(r.Outcome).To(Equal(Ended), r.Reason)
	s, found := r.Snapshot("both")
	g.Expect(found).To(BeTrue())
	g.Expect(names(r)).To(Equal([]string{"ask main", "ask main", "ask sing"}))
	g.Expect(s.Events).To(Equal(3))
	g.Expect(slices.DeleteFunc(r.Snapshots, func(s Snapshot) bool { return s.Point == PointExit })).To(HaveLen(1))
}

// A program with an invalid event must be killed, and the reason must name the line.
func TestInvalidEvents(t *testing.T) {
	const valid = `{"run":"TOKEN","event":"body","role":"main","pid":7}` + "\n"
	for name, test := range map[string]struct {
		line, reason string
	}{
		"invalid JSON":      {"hello", `line 2 of the event file: invalid JSON: "hello"`},
		"empty line":        {"", `line 2 of the event file: invalid JSON: ""`},
		"carriage return":   {`{"run":"TOKEN","event":"x"` + "\r", `line 2 of the event file: invalid JSON: `},
		"an array":          {"[1]", "line 2 of the event file: invalid event: "},
		"wrong type":        {`{"run":"TOKEN","event":"x","pid":"7"}`, "line 2 of the event file: invalid event: "},
		"no event name":     {`{"run":"TOKEN","pid":7}`, "line 2 of the event file: no event name: "},
		"no run":            {`{"event":"x","pid":7}`, "line 2 of the event file: event of another run: "},
		"another run":       {`{"run":"other","event":"x","pid":7}`, "line 2 of the event file: event of another run: "},
		"no process ID":     {`{"run":"TOKEN","event":"x"}`, "line 2 of the event file: no process ID: "},
		"too long":          {`{"run":"TOKEN","event":"LONG","pid":7}`, "line 2 of the event file: longer than 65536 bytes"},
		"cue without name":  {`{"run":"TOKEN","event":"ask","pid":7,"data":{"of":1}}`, "process 7 asked for a cue with an invalid name or number: "},
		"cue of no process": {`{"run":"TOKEN","event":"ask","pid":7,"data":{"cue":"x","of":0}}`, "process 7 asked for a cue with an invalid name or number: "},
		"cue name is path":  {`{"run":"TOKEN","event":"ask","pid":7,"data":{"cue":"../x","of":1}}`, "process 7 asked for a cue with an invalid name or number: "},
		"cue without data":  {`{"run":"TOKEN","event":"ask","pid":7}`, "process 7 asked for a cue with an invalid name or number: "},
	} {
		t.Run(name, func(t *testing.T) {
			g := NewWithT(t)
			r := open(t, Options{}).runFake("append-events", "sleep", valid, test.line+"\n")
			g.Expect(r.Outcome).To(Equal(Crashed))
			g.Expect(r.Reason).To(HavePrefix(test.reason))
			g.Expect(r.Events).NotTo(BeEmpty(), "the events before the invalid one must stay")
			s, found := r.Snapshot(PointCap)
			g.Expect(found).To(BeTrue())
			g.Expect(s.Processes).To(HaveLen(1))
		})
	}
}

func TestIncompleteLastEvent(t *testing.T) {
	g := NewWithT(t)
	r := open(t, Options{}).runFake("append-events", "exit", `{"run":"TOKEN","event":"body","pid":7}`+"\n"+`{"run":"TOK`)
	g.Expect(r.Outcome).To(Equal(Crashed))
	g.Expect(r.Reason).To(HavePrefix("line 2 of the event file: incomplete: "))
	g.Expect(r.Events).To(HaveLen(1))
}

// An event may be written in several pieces.
func TestLineInPieces(t *testing.T) {
	g := NewWithT(t)
	r := open(t, Options{}).runFake("append-events", "exit", `{"run":"TOKEN","ev`, `ent":"body","pid":7}`, "\n")
	g.Expect(r.Outcome).To(Equal(Ended), r.Reason)
	g.Expect(r.Events).To(HaveLen(1))
}

func TestOutput(t *testing.T) {
	g := NewWithT(t)
	ts := open(t, Options{})
	for _, size := range []int{100, keptOutput} {
		r := ts.runFake("print", fmt.Sprint(size))
		g.Expect(r.Outcome).To(Equal(Ended), r.Reason)
		for _, text := range []string{r.Stdout, r.Stderr} {
			g.Expect(len(text)).To(Equal(size))
		}
	}
	r := ts.runFake("print", fmt.Sprint(keptOutput+5))
	for _, text := range []string{r.Stdout, r.Stderr} {
		g.Expect(strings.HasPrefix(text, "firstxxx")).To(BeTrue())
		g.Expect(strings.HasSuffix(text, "xxxlast")).To(BeTrue())
		g.Expect(strings.Contains(text, "x\n[… 5 bytes left out …]\nx")).To(BeTrue())
		g.Expect(len(text)).To(Equal(keptOutput + len("\n[… 5 bytes left out …]\n")))
	}
}

func TestOutputCap(t *testing.T) {
	for _, words := range [][]string{{"flood"}, {"leave-child", "flood"}} {
		t.Run(strings.Join(words, " "), func(t *testing.T) {
			g := NewWithT(t)
			r := open(t, Options{}).runFake(words...)
			g.Expect(r.Outcome).To(Equal(Crashed))
			g.Expect(r.Reason).To(Equal("cap on output: more than 16777216 bytes were printed"))
			g.Expect(len(r.Stdout)).To(BeNumerically("<", keptOutput+100))
			_, found := r.Snapshot(PointCap)
			g.Expect(found).To(BeTrue())
		})
	}
}

func TestProcessCap(t *testing.T) {
	for _, words := range [][]string{{"too-many-processes"}, {"leave-child", "too-many-processes"}} {
		t.Run(strings.Join(words, " "), func(t *testing.T) {
			g := NewWithT(t)
			r := open(t, Options{}).runFake(words...)
			g.Expect(r.Outcome).To(Equal(Crashed))
			g.Expect(r.Reason).To(Equal("cap on processes: more than 64 processes existed at a time"))
			s, found := r.Snapshot(PointCap)
			g.Expect(found).To(BeTrue())
			g.Expect(len(s.Processes)).To(BeNumerically(">", maxProcesses))
			if words[0] == "leave-child" {
				g.Expect(r.EventsAtExit).To(BeNumerically("<=", len(r.Events)))
				g.Expect(r.Exit.Code).To(Equal(0), "the main process must have ended by itself")
			}
		})
	}
}

func TestOtherCaps(t *testing.T) {
	for program, reason := range map[string]string{
		"fill-disk":          "cap on disk: more than 67108864 bytes were written to the run folder",
		"too-many-files":     "cap on disk: more than 2000 files were created in the run folder, or a path became too long",
		"too-many-cues":      "cap on cues: the program asked for more than 100 cues",
		"delete-cue-folder":  "cannot give the cue x: ",
		"replace-cue-folder": "cannot give the cue x: ",
	} {
		t.Run(program, func(t *testing.T) {
			g := NewWithT(t)
			r := open(t, Options{}).runFake(program)
			g.Expect(r.Outcome).To(Equal(Crashed))
			g.Expect(r.Reason).To(HavePrefix(reason))
			s, found := r.Snapshot(PointCap)
			g.Expect(found).To(BeTrue())
			g.Expect(s.Processes).To(HaveLen(1))
		})
	}
}

func TestExitStatus(t *testing.T) {
	g := NewWithT(t)
	ts := open(t, Options{})
	for _, code := range []int{0, 1, 7, 255} {
		r := ts.runFake("exit", fmt.Sprint(code))
		g.Expect(r.Outcome).To(Equal(Ended), r.Reason)
		g.Expect(*r.Exit).To(Equal(platform.Exit{Code: code}))
		g.Expect(r.Stderr).To(Equal("ending\n"))
		g.Expect(r.EventsAtExit).To(Equal(1))
	}
}

func TestSignal(t *testing.T) {
	g := NewWithT(t)
	r := open(t, Options{}).runFake("kill-itself")
	if runtime.GOOS == "windows" {
		g.Expect(r.Outcome).To(Equal(Ended), "on Windows, the exit status does not show that a process was terminated")
		g.Expect(*r.Exit).To(Equal(platform.Exit{Code: 1}))
		return
	}
	g.Expect(r.Outcome).To(Equal(Crashed))
	g.Expect(r.Reason).To(Equal("the program's first process was killed by SIGKILL"))
	g.Expect(*r.Exit).To(Equal(platform.Exit{Code: -9, Signal: "SIGKILL"}))
	g.Expect(r.Events).To(HaveLen(1))
}

func TestSilentProgram(t *testing.T) {
	g := NewWithT(t)
	r := open(t, Options{}).runFake("no-event")
	g.Expect(r.Outcome).To(Equal(Crashed))
	g.Expect(r.Reason).To(Equal("the program reported no event and ended with exit status 0: nothing on standard error"))

	r = open(t, Options{}).runFake("no-such-program")
	g.Expect(r.Reason).To(Equal(`the program reported no event and ended with exit status 99: no fake program "no-such-program"`))
}

func TestProgramThatCannotBeStarted(t *testing.T) {
	g := NewWithT(t)
	ts := open(t, Options{})
	one := task("sing-dance")
	one.Implementation.Driver = []string{filepath.Join(t.TempDir(), "no-such-file")}
	r := ts.Run(t.Context(), one)
	ts.checkNothingLeft(r)
	g.Expect(r.Outcome).To(Equal(Crashed))
	g.Expect(r.Reason).To(HavePrefix("the program could not be started: "))
	g.Expect(r.Exit).To(BeNil())
	g.Expect(r.FirstPID).To(BeZero())
}

func TestDeadline(t *testing.T) {
	g := NewWithT(t)
	r := open(t, Options{TimeoutFactor: 0.01}).runFake("sleep-with-child")
	g.Expect(r.Outcome).To(Equal(Timeout))
	g.Expect(r.Reason).To(Equal("the program did not end within 600ms"))
	s, found := r.Snapshot(PointDeadline)
	g.Expect(found).To(BeTrue())
	g.Expect(s.Processes).NotTo(BeEmpty())
	g.Expect(s.Processes[0].PID).To(Equal(r.FirstPID))
	g.Expect(r.Exit).NotTo(BeNil())
	g.Expect(r.Survivors).To(BeEmpty())
}

func TestStoppedByUser(t *testing.T) {
	g := NewWithT(t)
	ts := open(t, Options{})
	folder := t.TempDir()
	t.Setenv(folderVariable, folder)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	go cancelWhenFileAppears(folder, cancel)
	r := ts.Run(ctx, task("sleep-with-child"))
	ts.checkNothingLeft(r)
	g.Expect(r.Outcome).To(Equal(Stopped))
	g.Expect(r.Reason).To(Equal("the run was stopped"))
	g.Expect(names(r)).To(Equal([]string{"body main"}))
}

// runUntilDeadline runs a fake program that leaves processes until the deadline. The deadline is short. If the main process
// does not end before it, runUntilDeadline doubles the deadline and runs the program again.
func runUntilDeadline(t *testing.T, words ...string) *Recording {
	t.Helper()
	for factor := 0.01; ; factor *= 2 {
		if r := open(t, Options{TimeoutFactor: factor}).runFake(words...); r.Outcome != Timeout {
			return r
		}
	}
}

func TestSurvivor(t *testing.T) {
	g := NewWithT(t)
	r := runUntilDeadline(t, "leave-child", "sleep")
	g.Expect(r.Outcome).To(Equal(Ended), r.Reason)
	g.Expect(r.Exit.Code).To(Equal(0))
	g.Expect(r.Survivors).To(HaveLen(1))
	g.Expect(r.Survivors[0].PID).NotTo(Equal(r.FirstPID))
	if runtime.GOOS == "linux" { // other systems do not always show the arguments
		g.Expect(r.Survivors[0].Command).To(ContainElement("sleep"))
	}
	s, found := r.Snapshot(PointExit)
	g.Expect(found).To(BeTrue())
	g.Expect(s.Processes).To(ContainElement(HaveField("PID", r.Survivors[0].PID)))
}

func TestCuesAfterMainProcessEnds(t *testing.T) {
	g := NewWithT(t)
	r := open(t, Options{}).runFake("leave-waiting-children")
	g.Expect(r.Outcome).To(Equal(Ended), r.Reason)
	g.Expect(names(r)).To(ConsistOf("last main", "enter sing", "enter dance", "ask sing", "ask dance", "leave sing", "leave dance"))
	g.Expect(r.Survivors).To(BeEmpty())
	s, found := r.Snapshot("together")
	g.Expect(found).To(BeTrue())
	for _, e := range r.Events {
		if e.Event == "ask" {
			g.Expect(s.Processes).To(ContainElement(HaveField("PID", e.PID)))
		}
	}
}

func TestProgramDestroysItsFolder(t *testing.T) {
	g := NewWithT(t)
	ts := open(t, Options{})
	for _, program := range []string{"destroy-folders", "replace-event-file"} {
		r := ts.runFake(program)
		g.Expect(r.Outcome).To(Equal(Ended), r.Reason)
		g.Expect(r.Exit.Code).To(Equal(0), r.Stderr)
		g.Expect(names(r)).To(Equal([]string{"body main"}))
	}
}

func TestRunWithoutFolder(t *testing.T) {
	g := NewWithT(t)
	ts := open(t, Options{})
	folder := ts.folder
	ts.folder = filepath.Join(ts.ProgramFolder(), "driver.py") // a file
	r := ts.Run(t.Context(), task("body"))
	ts.folder = folder
	g.Expect(r.Outcome).To(Equal(InternalError))
	g.Expect(r.Reason).NotTo(BeEmpty())
}
