package stage

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/platform"
)

func TestPair(t *testing.T) {
	g := NewWithT(t)
	h := open(t, Options{Beats: 2})
	r := h.perform("pair")

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

	// The table was read when both had asked and main had told its last, and before anybody went on.
	s, found := r.Snapshot("together")
	g.Expect(found).To(BeTrue())
	for _, place := range []int{index(r, "ask", 1), index(r, "ask", 2), index(r, "last", 1)} {
		g.Expect(place).To(BeNumerically("<", s.Events))
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

func TestCueAfterAnEvent(t *testing.T) {
	g := NewWithT(t)
	r := open(t, Options{}).perform("after")
	g.Expect(r.Outcome).To(Equal(Ended), r.Reason)
	s, found := r.Snapshot("x")
	g.Expect(found).To(BeTrue())
	g.Expect(names(r)).To(Equal([]string{"ask sing", "last sing", "last main"}))
	g.Expect(s.Events).To(Equal(3))
}

func TestCueAskedTwiceByOneProcess(t *testing.T) {
	g := NewWithT(t)
	r := open(t, Options{}).perform("twice")
	g.Expect(r.Outcome).To(Equal(Ended), r.Reason)
	s, found := r.Snapshot("both")
	g.Expect(found).To(BeTrue())
	g.Expect(names(r)).To(Equal([]string{"ask main", "ask main", "ask sing"}))
	g.Expect(s.Events).To(Equal(3))
	g.Expect(slices.DeleteFunc(r.Snapshots, func(s Snapshot) bool { return s.Point == PointExit })).To(HaveLen(1))
}

// A program that breaks the contract is ended, and the reason names the line.
func TestMalformedEvents(t *testing.T) {
	const good = `{"run":"TOKEN","event":"body","role":"main","pid":7}` + "\n"
	for name, test := range map[string]struct {
		line, reason string
	}{
		"not JSON":       {"hello", `line 2 of the event file: not JSON: "hello"`},
		"empty line":     {"", `line 2 of the event file: not JSON: ""`},
		"carriage":       {`{"run":"TOKEN","event":"x"` + "\r", `line 2 of the event file: not JSON: `},
		"an array":       {"[1]", "line 2 of the event file: not an event: "},
		"wrong type":     {`{"run":"TOKEN","event":"x","pid":"7"}`, "line 2 of the event file: not an event: "},
		"no name":        {`{"run":"TOKEN","pid":7}`, "line 2 of the event file: no event's name: "},
		"no run":         {`{"event":"x","pid":7}`, "line 2 of the event file: not of this run: "},
		"another run":    {`{"run":"other","event":"x","pid":7}`, "line 2 of the event file: not of this run: "},
		"no process":     {`{"run":"TOKEN","event":"x"}`, "line 2 of the event file: no process id: "},
		"too long":       {`{"run":"TOKEN","event":"LONG","pid":7}`, "line 2 of the event file: longer than 65536 bytes"},
		"nameless cue":   {`{"run":"TOKEN","event":"ask","pid":7,"data":{"of":1}}`, "process 7 asked for a cue without a name or a number: "},
		"cue of nobody":  {`{"run":"TOKEN","event":"ask","pid":7,"data":{"cue":"x","of":0}}`, "process 7 asked for a cue without a name or a number: "},
		"cue of a path":  {`{"run":"TOKEN","event":"ask","pid":7,"data":{"cue":"../x","of":1}}`, "process 7 asked for a cue without a name or a number: "},
		"cue of no data": {`{"run":"TOKEN","event":"ask","pid":7}`, "process 7 asked for a cue without a name or a number: "},
	} {
		t.Run(name, func(t *testing.T) {
			g := NewWithT(t)
			r := open(t, Options{}).perform("lines", "hold", good, test.line+"\n")
			g.Expect(r.Outcome).To(Equal(Crashed))
			g.Expect(r.Reason).To(HavePrefix(test.reason))
			g.Expect(r.Events).NotTo(BeEmpty(), "what came before stays")
			s, found := r.Snapshot(PointCap)
			g.Expect(found).To(BeTrue())
			g.Expect(s.Processes).To(HaveLen(1))
		})
	}
}

func TestEventFileCutOff(t *testing.T) {
	g := NewWithT(t)
	r := open(t, Options{}).perform("lines", "end", `{"run":"TOKEN","event":"body","pid":7}`+"\n"+`{"run":"TOK`)
	g.Expect(r.Outcome).To(Equal(Crashed))
	g.Expect(r.Reason).To(HavePrefix("line 2 of the event file: cut off: "))
	g.Expect(r.Events).To(HaveLen(1))
}

// A line may be written in pieces, as long as it is whole in the end.
func TestLineInPieces(t *testing.T) {
	g := NewWithT(t)
	r := open(t, Options{}).perform("lines", "end", `{"run":"TOKEN","ev`, `ent":"body","pid":7}`, "\n")
	g.Expect(r.Outcome).To(Equal(Ended), r.Reason)
	g.Expect(r.Events).To(HaveLen(1))
}

func TestOutput(t *testing.T) {
	g := NewWithT(t)
	h := open(t, Options{})
	for _, size := range []int{100, keptOutput} {
		r := h.perform("print", fmt.Sprint(size))
		g.Expect(r.Outcome).To(Equal(Ended), r.Reason)
		for _, text := range []string{r.Stdout, r.Stderr} {
			g.Expect(len(text)).To(Equal(size))
		}
	}
	r := h.perform("print", fmt.Sprint(keptOutput+5))
	for _, text := range []string{r.Stdout, r.Stderr} {
		g.Expect(strings.HasPrefix(text, "firstxxx")).To(BeTrue())
		g.Expect(strings.HasSuffix(text, "xxxlast")).To(BeTrue())
		g.Expect(strings.Contains(text, "x\n[… 5 bytes left out …]\nx")).To(BeTrue())
		g.Expect(len(text)).To(Equal(keptOutput + len("\n[… 5 bytes left out …]\n")))
	}
}

func TestOutputCap(t *testing.T) {
	for _, words := range [][]string{{"flood"}, {"leave-alone", "flood"}} {
		t.Run(strings.Join(words, " "), func(t *testing.T) {
			g := NewWithT(t)
			r := open(t, Options{}).perform(words...)
			g.Expect(r.Outcome).To(Equal(Crashed))
			g.Expect(r.Reason).To(Equal("cap on output: it printed more than 16777216 bytes"))
			g.Expect(len(r.Stdout)).To(BeNumerically("<", keptOutput+100))
			_, found := r.Snapshot(PointCap)
			g.Expect(found).To(BeTrue())
		})
	}
}

func TestProcessCap(t *testing.T) {
	for _, words := range [][]string{{"crowd"}, {"leave-alone", "crowd"}} {
		t.Run(strings.Join(words, " "), func(t *testing.T) {
			g := NewWithT(t)
			r := open(t, Options{}).perform(words...)
			g.Expect(r.Outcome).To(Equal(Crashed))
			g.Expect(r.Reason).To(Equal("cap on processes: it had more than 64 at a time"))
			s, found := r.Snapshot(PointCap)
			g.Expect(found).To(BeTrue())
			g.Expect(len(s.Processes)).To(BeNumerically(">", maxProcesses))
			if words[0] == "leave-alone" {
				g.Expect(r.EventsAtExit).To(BeNumerically("<=", len(r.Events)))
				g.Expect(r.Exit.Code).To(Equal(0), "main had ended by itself")
			}
		})
	}
}

func TestOtherCaps(t *testing.T) {
	for scene, reason := range map[string]string{
		"fill":       "cap on disk: it wrote more than 67108864 bytes to its folders",
		"litter":     "cap on disk: it made more than 2000 files, or folders deeper than a path can say",
		"ask-much":   "cap on cues: it asked for more than 100",
		"close-cues": "the cue x cannot be given any more: ",
		"bury-cues":  "the cue x cannot be given any more: ",
	} {
		t.Run(scene, func(t *testing.T) {
			g := NewWithT(t)
			r := open(t, Options{}).perform(scene)
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
	h := open(t, Options{})
	for _, code := range []int{0, 1, 7, 255} {
		r := h.perform("exit", fmt.Sprint(code))
		g.Expect(r.Outcome).To(Equal(Ended), r.Reason)
		g.Expect(*r.Exit).To(Equal(platform.Exit{Code: code}))
		g.Expect(r.Stderr).To(Equal("ending\n"))
		g.Expect(r.EventsAtExit).To(Equal(1))
	}
}

func TestSignal(t *testing.T) {
	g := NewWithT(t)
	r := open(t, Options{}).perform("signal")
	if runtime.GOOS == "windows" {
		g.Expect(r.Outcome).To(Equal(Ended), "a terminated process has an exit code like any other")
		g.Expect(*r.Exit).To(Equal(platform.Exit{Code: 1}))
		return
	}
	g.Expect(r.Outcome).To(Equal(Crashed))
	g.Expect(r.Reason).To(Equal("its first process was killed by SIGKILL"))
	g.Expect(*r.Exit).To(Equal(platform.Exit{Code: -9, Signal: "SIGKILL"}))
	g.Expect(r.Events).To(HaveLen(1))
}

func TestSilentProgram(t *testing.T) {
	g := NewWithT(t)
	r := open(t, Options{}).perform("nothing")
	g.Expect(r.Outcome).To(Equal(Crashed))
	g.Expect(r.Reason).To(Equal("it told no event and ended with exit status 0: nothing on standard error"))

	r = open(t, Options{}).perform("no-such-scene")
	g.Expect(r.Reason).To(Equal(`it told no event and ended with exit status 99: there is no scene "no-such-scene"`))
}

func TestProgramThatCannotBeStarted(t *testing.T) {
	g := NewWithT(t)
	h := open(t, Options{})
	one := task("pair")
	one.Implementation.Driver = []string{filepath.Join(t.TempDir(), "no-such-file")}
	r := h.Run(t.Context(), one)
	h.checkEmpty(r)
	g.Expect(r.Outcome).To(Equal(Crashed))
	g.Expect(r.Reason).To(HavePrefix("it cannot be started: "))
	g.Expect(r.Exit).To(BeNil())
	g.Expect(r.FirstPID).To(BeZero())
}

func TestDeadline(t *testing.T) {
	g := NewWithT(t)
	r := open(t, Options{TimeoutFactor: 0.01}).perform("holding")
	g.Expect(r.Outcome).To(Equal(Timeout))
	g.Expect(r.Reason).To(Equal("it had not ended after 600ms"))
	s, found := r.Snapshot(PointDeadline)
	g.Expect(found).To(BeTrue())
	g.Expect(s.Processes).NotTo(BeEmpty())
	g.Expect(s.Processes[0].PID).To(Equal(r.FirstPID))
	g.Expect(r.Exit).NotTo(BeNil())
	g.Expect(r.Survivors).To(BeEmpty())
}

func TestStoppedByUser(t *testing.T) {
	g := NewWithT(t)
	h := open(t, Options{})
	folder := t.TempDir()
	t.Setenv(folderVariable, folder)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	go func() {
		for {
			if entries, err := os.ReadDir(folder); err != nil || len(entries) > 0 {
				cancel()
				return
			}
			<-time.After(time.Millisecond) // between two looks
		}
	}()
	r := h.Run(ctx, task("holding"))
	h.checkEmpty(r)
	g.Expect(r.Outcome).To(Equal(Stopped))
	g.Expect(r.Reason).To(Equal("the run was stopped"))
	g.Expect(names(r)).To(Equal([]string{"body main"}))
}

// A deadline is short to keep the test short, but it must leave main the time to come to its end: what does not fit is
// tried with twice the time.
func patient(t *testing.T, words ...string) *Recording {
	t.Helper()
	for factor := 0.01; ; factor *= 2 {
		if r := open(t, Options{TimeoutFactor: factor}).perform(words...); r.Outcome != Timeout {
			return r
		}
	}
}

func TestSurvivor(t *testing.T) {
	g := NewWithT(t)
	r := patient(t, "leave-alone", "crowd-child")
	g.Expect(r.Outcome).To(Equal(Ended), r.Reason)
	g.Expect(r.Exit.Code).To(Equal(0))
	g.Expect(r.Survivors).To(HaveLen(1))
	g.Expect(r.Survivors[0].PID).NotTo(Equal(r.FirstPID))
	if runtime.GOOS == "linux" { // others do not always show the arguments
		g.Expect(r.Survivors[0].Command).To(ContainElement("crowd-child"))
	}
	s, found := r.Snapshot(PointExit)
	g.Expect(found).To(BeTrue())
	g.Expect(s.Processes).To(ContainElement(HaveField("PID", r.Survivors[0].PID)))
}

func TestChildrenGetCuesAfterMainsEnd(t *testing.T) {
	g := NewWithT(t)
	r := open(t, Options{}).perform("leave-pair")
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

func TestProgramThatWrecksItsPlace(t *testing.T) {
	g := NewWithT(t)
	h := open(t, Options{})
	for _, scene := range []string{"wreck", "occupy"} {
		r := h.perform(scene)
		g.Expect(r.Outcome).To(Equal(Ended), r.Reason)
		g.Expect(r.Exit.Code).To(Equal(0), r.Stderr)
		g.Expect(names(r)).To(Equal([]string{"body main"}))
	}
}

func TestRunThatCannotBegin(t *testing.T) {
	g := NewWithT(t)
	h := open(t, Options{})
	folder := h.folder
	h.folder = filepath.Join(h.ProgramFolder(), "driver.py") // a file
	r := h.Run(t.Context(), task("body"))
	h.folder = folder
	g.Expect(r.Outcome).To(Equal(InternalError))
	g.Expect(r.Reason).NotTo(BeEmpty())
}
