package conformance

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// What can be changed in a recording. Each keeps what is not meant to change as it was.

// all calls change for every such event, of any role if role is empty.
func all(r *stage.Recording, event, role string, change func(e *stage.Event)) {
	for n := range r.Events {
		if e := &r.Events[n]; e.Event == event && (role == "" || e.Role == role) {
			change(e)
		}
	}
}

// said changes a field of the data of every such event.
func said(r *stage.Recording, event, role, field string, value any) {
	all(r, event, role, func(e *stage.Event) {
		if e.Data == nil {
			e.Data = map[string]any{}
		}
		e.Data[field] = value
	})
}

// tried changes what is told of one attempt of choose-method.
func tried(r *stage.Recording, what string, change func(e *stage.Event)) {
	all(r, "attempt", main, func(e *stage.Event) {
		if text(*e, "what") == what {
			change(e)
		}
	})
}

// remove takes events out, as if they had never been told.
func remove(r *stage.Recording, which func(e stage.Event) bool) {
	var rest []stage.Event
	atExit := r.AtExit
	for n, e := range r.Events {
		if !which(e) {
			rest = append(rest, e)
		} else if n < r.AtExit {
			atExit--
		}
	}
	r.Events, r.AtExit = rest, atExit
}

// silence takes out all such events.
func silence(r *stage.Recording, event, role string) {
	remove(r, func(e stage.Event) bool { return e.Event == event && (role == "" || e.Role == role) })
}

// insert puts an event before the n-th.
func insert(r *stage.Recording, n int, e stage.Event) {
	r.Events = slices.Insert(r.Events, n, e)
	if n <= r.AtExit {
		r.AtExit++
	}
}

// repeat tells the first such event a second time, right after the first.
func repeat(r *stage.Recording, event, role string) {
	n := position(r, event, role)
	insert(r, n+1, r.Events[n])
}

// first is the first such event.
func first(r *stage.Recording, event, role string) stage.Event {
	return r.Events[position(r, event, role)]
}

// put moves the first such event to before the first of another kind.
func put(r *stage.Recording, event, role, before, of string) {
	n := position(r, event, role)
	moved := r.Events[n]
	r.Events = slices.Delete(r.Events, n, n+1)
	r.Events = slices.Insert(r.Events, position(r, before, of), moved)
}

// toEnd moves the first such event behind all others.
func toEnd(r *stage.Recording, event, role string) {
	n := position(r, event, role)
	moved := r.Events[n]
	r.Events = append(slices.Delete(r.Events, n, n+1), moved)
}

// pidOf is the process of a role.
func pidOf(r *stage.Recording, role string) int {
	if role == main {
		return mainPID(r)
	}
	return first(r, "enter", role).PID
}

// row is a process's row in the table that was read at a point.
func row(r *stage.Recording, point string, pid int) *platform.Process {
	for n := range r.Snapshots {
		if r.Snapshots[n].Point != point {
			continue
		}
		for m := range r.Snapshots[n].Processes {
			if p := &r.Snapshots[n].Processes[m]; p.PID == pid {
				return p
			}
		}
	}
	panic("the recording has no such process at " + point)
}

// addRow adds a process to the table that was read at a point.
func addRow(r *stage.Recording, point string, p platform.Process) {
	n := slices.IndexFunc(r.Snapshots, func(s stage.Snapshot) bool { return s.Point == point })
	p.State = platform.Alive
	r.Snapshots[n].Processes = append(r.Snapshots[n].Processes, p)
}

// removeRows takes processes out of all tables.
func removeRows(r *stage.Recording, which func(p platform.Process) bool) {
	for n := range r.Snapshots {
		r.Snapshots[n].Processes = slices.DeleteFunc(r.Snapshots[n].Processes, which)
	}
}

// unread takes out the table of a point, as if it had not been read.
func unread(r *stage.Recording, point string) {
	r.Snapshots = slices.DeleteFunc(r.Snapshots, func(s stage.Snapshot) bool { return s.Point == point })
}

// adopt makes a process the child of another one, in the tables and in what it says of itself.
func adopt(r *stage.Recording, pid, parent int) {
	for n := range r.Snapshots {
		for m := range r.Snapshots[n].Processes {
			if p := &r.Snapshots[n].Processes[m]; p.PID == pid {
				p.PPID = parent
			}
		}
	}
	for n := range r.Events {
		if e := &r.Events[n]; e.PID == pid {
			e.PPID = parent
		}
	}
}

// relocate moves the n-th event to before the one that is at another place.
func relocate(r *stage.Recording, n, before int) {
	e := r.Events[n]
	r.Events = slices.Delete(r.Events, n, n+1)
	if before > n {
		before--
	}
	r.Events = slices.Insert(r.Events, before, e)
}

// without takes a process out of all tables.
func without(r *stage.Recording, pid int) {
	removeRows(r, func(p platform.Process) bool { return p.PID == pid })
}

// triedBy changes what a role tells of one attempt.
func triedBy(r *stage.Recording, role, what string, change func(e *stage.Event)) {
	all(r, "attempt", role, func(e *stage.Event) {
		if text(*e, "what") == what {
			change(e)
		}
	})
}

// answersOf changes the answer to one attempt of a role.
func answersOf(r *stage.Recording, role, what string, value any) {
	triedBy(r, role, what, func(e *stage.Event) { e.Data["value"] = value })
}

// joinedWith changes the exit status that main tells of a child that it has joined.
func joinedWith(r *stage.Recording, role string, code float64) {
	r.Events[joined(r, role)].Data["exitcode"] = code
}

// unjoined takes out what main tells of a child that it has joined.
func unjoined(r *stage.Recording, role string) {
	remove(r, func(e stage.Event) bool { return e.Event == "joined" && text(e, "child") == role })
}

// deny makes a role's attempt a refused one.
func deny(r *stage.Recording, role, what string) {
	triedBy(r, role, what, func(e *stage.Event) { e.Data["refused"], e.Data["message"] = true, "no" })
}

// status changes what main says of a child's status; nil takes it out.
func status(r *stage.Recording, role string, code any) {
	all(r, "exit", main, func(e *stage.Event) {
		codes := e.Data["exitcodes"].(map[string]any)
		if code == nil {
			delete(codes, role)
		} else {
			codes[role] = code
		}
	})
}

// unknownPID is of no process of any recording.
const unknownPID = 999

// onWindows makes of a recording of CPython under spawn what one on Windows looks like: no other methods, no resource
// tracker, lines that end in CR LF. Where there are launchers, one stands before main and one before each child, as the
// executable of a virtual environment does.
func onWindows(r *stage.Recording, launchers bool) {
	i := &r.Implementation
	i.Platform, i.Machine, i.Methods, i.Default = "win32", "AMD64", []string{spawn}, spawn
	r.System = "windows AMD64"
	r.Stdout = strings.ReplaceAll(r.Stdout, "\n", "\r\n")
	r.Stderr = strings.ReplaceAll(r.Stderr, "\n", "\r\n")
	removeRows(r, func(p platform.Process) bool { return slices.Contains(p.Command, trackerCode) })
	said(r, "offer", main, "methods", []any{spawn})
	for _, method := range []string{fork, forkserver} {
		tried(r, "context "+method, func(e *stage.Event) {
			e.Data = maps.Clone(first(r, "unchosen", main).Data)
			delete(e.Data, "chosen")
			maps.Copy(e.Data, map[string]any{
				"what": "unavailable " + method, "refused": true, "message": "cannot find context for '" + method + "'",
				"types": []any{"ValueError", "Exception", "BaseException", "object"},
			})
		})
	}
	statusesOnWindows(r)
	defaultBecomesSpawn(r)
	removeRows(r, func(p platform.Process) bool { return p.State == platform.Zombie })
	if r.Program == parentEnds {
		endsOnWindows(r)
	}
	if !launchers {
		return
	}
	i.ID, i.Venv = i.ID+"-venv", true
	top := mainPID(r)
	pids := []int{top}
	for _, child := range told(r, "started", main) {
		pids = append(pids, number(child, "child_pid"))
	}
	suite := first(r, "body", main).PPID
	for n, pid := range pids {
		launcher := 200 + n
		parent := top
		if pid == top {
			parent = suite
			r.FirstPID = launcher
		}
		for _, s := range r.Snapshots {
			if slices.ContainsFunc(s.Processes, func(p platform.Process) bool { return p.PID == pid }) {
				addRow(r, s.Point, platform.Process{PID: launcher, PPID: parent, Name: "python.exe", Command: []string{"python.exe"}})
			}
		}
		adopt(r, pid, launcher)
	}
	r.Stdout = printedIDs(r)
}

// trackerCode is what a resource tracker of CPython 3.12 is started with.
const trackerCode = "from multiprocessing.resource_tracker import main;main(3)"

// printedIDs is standard output with each child's first line as its ids are now.
func printedIDs(r *stage.Recording) string {
	var lines []string
	for line := range strings.Lines(r.Stdout) {
		for _, e := range told(r, "enter", "") {
			if strings.HasPrefix(line, e.Role+": pid ") {
				line = firstLine(e)
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "")
}

// onDarwin makes of a recording of CPython on Linux what one on macOS looks like: spawn is the default and comes first.
func onDarwin(r *stage.Recording) {
	i := &r.Implementation
	i.Platform, i.Machine, i.Default = "darwin", "arm64", spawn
	i.Methods = []string{spawn, fork, forkserver}
	r.System = "darwin arm64"
	defaultBecomesSpawn(r)
	said(r, "offer", main, "methods", []any{spawn, fork, forkserver})
}

// scene is a good recording, in a file or made of one.
type scene struct {
	name   string // the file; for one that is made, followed by " on …"
	change func(r *stage.Recording)
}

func (s scene) recording(t testing.TB) *stage.Recording {
	t.Helper()
	file, _, _ := strings.Cut(s.name, " ")
	r := load(t, file)
	if s.change != nil {
		s.change(r)
	}
	return r
}

const (
	windows          = " on Windows"
	windowsLaunchers = " on Windows with launchers"
	darwin           = " on macOS"
)

// goodScenes lists all good recordings: those in files, and those of systems that are made of them.
func goodScenes(t testing.TB) []scene {
	t.Helper()
	var scenes []scene
	for _, name := range goodNames(t) {
		scenes = append(scenes, scene{name, nil})
		if strings.HasPrefix(name, "cpython-3.12/spawn/") {
			scenes = append(scenes,
				scene{name + windows, func(r *stage.Recording) { onWindows(r, false) }},
				scene{name + windowsLaunchers, func(r *stage.Recording) { onWindows(r, true) }})
		}
		if strings.HasPrefix(name, "cpython-3.12/") {
			scenes = append(scenes, scene{name + darwin, onDarwin})
		}
	}
	return scenes
}

// concerned lists the behaviors that are judged on a recording.
func concerned(r *stage.Recording) []Behavior {
	return slices.DeleteFunc(All(), func(b Behavior) bool {
		return b.Program != r.Program || b.Concerns(r.Implementation, r.Method) != ""
	})
}

// expectations loads the ones that are shipped.
func expectations(t testing.TB) Expectations {
	t.Helper()
	all, err := LoadExpectations()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestEveryBehaviorPassesOnGoodRecordings(t *testing.T) {
	known := expectations(t)
	judged := map[string]map[string]bool{} // behavior → start methods
	for _, s := range goodScenes(t) {
		t.Run(s.name, func(t *testing.T) {
			r := s.recording(t)
			for _, b := range concerned(r) {
				g := gomega.NewWithT(t)
				result := Judge(b, r, known)
				expected := Pass
				if listed(newer, b, r) {
					g.Expect(result.Verdict).To(gomega.Equal(Absent), "%s: %s", b.ID, result.Reason)
					continue
				}
				if result.Verdict == Absent {
					reasons := append(reasonsTold(r), noHelpers) // which no program tells
					g.Expect(reasons).To(gomega.ContainElement(result.Reason), "%s: the reason must be the program's own", b.ID)
					continue
				}
				if listed(olderDifferences, b, r) {
					g.Expect(result.Verdict).To(gomega.Equal(Known), "%s: %s", b.ID, result.Reason)
					continue
				}
				if slices.Contains(knownDifferences[s.name], b.ID) {
					expected = Known
				}
				g.Expect(result.Verdict).To(gomega.Equal(expected), "%s: %s", b.ID, result.Reason)
				g.Expect(result).To(gomega.And(
					gomega.HaveField("Behavior", b.ID), gomega.HaveField("Group", b.Group), gomega.HaveField("Level", b.Level),
					gomega.HaveField("Implementation", r.Implementation.ID), gomega.HaveField("Method", r.Method),
				))
				if expected == Pass {
					g.Expect(result.Reason+result.URL).To(gomega.BeEmpty(), b.ID)
					g.Expect(result.Evidence).To(gomega.BeEmpty(), b.ID)
				} else {
					g.Expect(result.Reason).NotTo(gomega.BeEmpty(), b.ID)
					g.Expect(result.URL).To(gomega.HavePrefix("https://"))
					g.Expect(result.Evidence[0]).To(gomega.HavePrefix("seen: "))
				}
				if b.Level == Observation {
					g.Expect(result.Observed).NotTo(gomega.BeEmpty(), "%s: what was observed", b.ID)
				} else {
					g.Expect(result.Observed).To(gomega.BeEmpty(), "%s is no observation", b.ID)
				}
				if judged[b.ID] == nil {
					judged[b.ID] = map[string]bool{}
				}
				judged[b.ID][r.Method] = true
			}
		})
	}
	for _, b := range All() {
		methods := b.Methods
		if methods == nil {
			methods = []string{spawn, fork, forkserver}
		}
		switch b.ID {
		case "choice-unavailable": // where something is unavailable
			methods = []string{spawn}
		case "helpers-parent", "helpers-outlive": // where there are helpers
			methods = importing()
		}
		for _, method := range methods {
			if !judged[b.ID][method] {
				t.Errorf("no good recording of %s under %s", b.ID, method)
			}
		}
	}
}

// newer says of which good recordings a behavior finds nothing to be judged: they were made by older versions.
var newer = map[string][]string{
	"status-interrupted": {"cpython-3.12.1"},
	"interrupt-cleanup":  {"cpython-3.12.1"},
	"stranger-untracked": {"cpython-3.12.1"},
}

// olderDifferences says on which good recordings, all or those of a start method, a difference is known that later versions
// do not have.
var olderDifferences = map[string][]string{
	"context-harmless": {"cpython-3.12.1"},
	"start-far":        {"cpython-3.12.1 forkserver"},
	"start-near":       {"cpython-3.12.1 forkserver"},
}

// listed says whether the list of behaviors and implementations has the one on the recording of the other.
func listed(list map[string][]string, b Behavior, r *stage.Recording) bool {
	id := strings.TrimSuffix(r.Implementation.ID, "-venv")
	return slices.Contains(list[b.ID], id) || slices.Contains(list[b.ID], id+" "+r.Method)
}

// serverDifferences are what differs where a fork server is ended by an error of the main module.
var serverDifferences = []string{"guard-each-child", "guard-child-status", "guard-parent-status"}

// knownDifferences are the behaviors that do not hold in a scene, as is known.
var knownDifferences = map[string][]string{
	"cpython-3.14/forkserver/sing-dance-unguarded": serverDifferences,
	"go/forkserver/sing-dance-unguarded":           {"guard-each-child"},
	"go/fork/inheritance":                          {"inherit-fork-signals", "inherit-stdin"},
	"go/fork/life-cycle":                           {"life-zombie", "life-close-state"},
	"go/spawn/life-cycle":                          {"life-zombie", "life-close-state"},
	"go/forkserver/life-cycle":                     {"life-close-state"},
	"go/fork/parent-ends":                          {"interrupt-waits", "interrupt-daemon"},
	"go/spawn/parent-ends":                         {"interrupt-waits", "interrupt-daemon"},
	"go/forkserver/parent-ends":                    {"interrupt-waits", "interrupt-daemon"},
	"go/fork/statuses":                             {"status-interrupted"},
	"go/spawn/statuses":                            {"status-interrupted", "interrupt-cleanup"},
	"go/forkserver/statuses":                       {"status-interrupted"},
	"go/spawn/pickling":                            {"pickle-identity"},
	"go/forkserver/pickling":                       {"pickle-identity"},
	"go/spawn/daemons":                             {"daemon-inherited"},
}

// reasonsTold are what a program says of why its implementation has nothing to be judged.
func reasonsTold(r *stage.Recording) []string {
	var reasons []string
	for _, e := range r.Events {
		switch told := e.Data["absent"].(type) {
		case string: // of an attempt
			reasons = append(reasons, told)
		case map[string]any: // of the fields of an event
			for field := range told {
				reasons = append(reasons, reasonOf(e, field))
			}
		}
		if e.Event == "absent" { // of the whole program
			reasons = append(reasons, text(e, "reason"))
		}
	}
	return reasons
}

func TestObservationsOfGoodRecordings(t *testing.T) {
	for _, c := range []struct{ scene, behavior, observed string }{
		{"cpython-3.12/fork/choose-method", "default-seen", "fork"},
		{"cpython-3.15/forkserver/choose-method", "default-seen", "forkserver"},
		{"cpython-3.12/spawn/choose-method" + darwin, "default-seen", "spawn"},
		{"cpython-3.12/spawn/choose-method" + windows, "default-seen", "spawn"},
		{"cpython-3.12/fork/sing-dance", "helpers", "0"},
		{"cpython-3.12/spawn/sing-dance", "helpers", "1"},      // the resource tracker
		{"cpython-3.12/forkserver/sing-dance", "helpers", "2"}, // and the server
		{"cpython-3.12/spawn/sing-dance" + windows, "helpers", "0"},
		{"cpython-3.12/spawn/sing-dance" + windowsLaunchers, "helpers", "0"},
		{"go/spawn/sing-dance", "helpers", "0"},
		{"cpython-3.12/fork/sing-dance", "body-runs", "__main__ ×1"},
		{"cpython-3.12/spawn/sing-dance", "body-runs", "__main__ ×1, __mp_main__ ×2"},
		{"cpython-3.12/forkserver/sing-dance", "body-runs", "__main__ ×1, __mp_main__ ×2"},
		{"cpython-3.15/forkserver/sing-dance", "body-runs", "__main__ ×1, __mp_main__ ×1"},
		{"go/spawn/sing-dance", "body-runs", "child ×2, main ×1"},
		{"cpython-3.12/spawn/sing-dance-unguarded", "guard-body-runs", "__main__ ×1, __mp_main__ ×2"},
		{"cpython-3.14/forkserver/sing-dance-unguarded", "guard-body-runs", "__main__ ×1, __mp_main__ ×1"},
		{"cpython-3.15/forkserver/sing-dance-unguarded", "guard-body-runs", "__main__ ×1, __mp_main__ ×3"},
		{"cpython-3.12/fork/sing-dance-unguarded", "guard-body-runs", "__main__ ×1"},
		{"cpython-3.12/spawn/sing-dance-unguarded-choice", "guard-choice-message", "the choice"},
		{"cpython-3.14/forkserver/sing-dance-unguarded-choice", "guard-choice-message", "the bootstrapping phase"},
		{"cpython-3.15/forkserver/sing-dance-unguarded-choice", "guard-choice-message", "the choice"},
		{"go/spawn/sing-dance-unguarded-choice", "guard-choice-message", "the choice"},
	} {
		g := gomega.NewWithT(t)
		b, found := Find(c.behavior)
		g.Expect(found).To(gomega.BeTrue(), c.behavior)
		g.Expect(Judge(b, sceneOf(t, c.scene).recording(t), nil).Observed).To(gomega.Equal(c.observed), "%s of %s", c.behavior, c.scene)
	}
}

// sceneOf finds a scene by its name.
func sceneOf(t testing.TB, name string) scene {
	t.Helper()
	for _, s := range goodScenes(t) {
		if s.name == name {
			return s
		}
	}
	t.Fatalf("there is no good recording %q", name)
	return scene{}
}

func TestWhatIsNotThereIsAbsent(t *testing.T) {
	g := gomega.NewWithT(t)
	r := load(t, "cpython-3.12/spawn/sing-dance")
	said(r, "enter", "", "parent_process", "absent")
	for _, b := range concerned(r) {
		result := Judge(b, r, nil)
		if b.ID != "parent-process" {
			g.Expect(result.Verdict).To(gomega.Equal(Pass), b.ID)
			continue
		}
		g.Expect(result.Verdict).To(gomega.Equal(Absent))
		g.Expect(result.Reason).To(gomega.Equal("multiprocessing has no parent_process()"))
		g.Expect(result.Evidence).To(gomega.BeEmpty())
	}
}

// firstLine is what a child prints first.
func firstLine(e stage.Event) string {
	return fmt.Sprintf("%s: pid %d, parent %d\r\n", e.Role, e.PID, e.PPID)
}
