package mutation

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// System is the operating system that a scene imitates. All kept recordings were made on Linux. Those of other
// systems are derived from them, by what is documented about these systems and was seen on them.
type System string

// The systems.
const (
	Linux            System = ""
	Windows          System = "as on Windows"
	WindowsLaunchers System = "as on Windows with launchers" // in a virtual environment, python.exe starts the interpreter
	MacOS            System = "as on macOS"
)

func (s System) apply(r *Recording) {
	switch s {
	case Linux:
	case Windows:
		r.toWindows()
	case WindowsLaunchers:
		r.toWindows()
		r.addLaunchers()
	case MacOS:
		r.toMacOS()
	}
}

// Systems returns the systems that a good recording can be made to look like, Linux first.
func Systems(implementation, method string) []System {
	switch {
	case implementation != "cpython-3.12":
		return []System{Linux}
	case method == conformance.Spawn:
		return []System{Linux, Windows, WindowsLaunchers, MacOS}
	default:
		return []System{Linux, MacOS}
	}
}

// toMacOS makes spawn the default and the first method.
func (r *Recording) toMacOS() {
	i := &r.Implementation
	i.Platform, i.Machine, i.Default = "darwin", "arm64", conformance.Spawn
	i.Methods = []string{conformance.Spawn, conformance.Fork, conformance.Forkserver}
	r.System = "darwin arm64"
	r.setDefaultSpawn()
	r.SetData("methods", conformance.Main, "methods", []any{conformance.Spawn, conformance.Fork, conformance.Forkserver})
}

// trackerCode is the code with which a resource tracker of CPython 3.12 is started.
const trackerCode = "from multiprocessing.resource_tracker import main;main(3)"

// toWindows makes spawn the only method, removes the resource tracker, and ends lines with CR LF.
func (r *Recording) toWindows() {
	i := &r.Implementation
	i.Platform, i.Machine, i.Methods, i.Default = "win32", "AMD64", []string{conformance.Spawn}, conformance.Spawn
	r.System = "windows AMD64"
	r.Stdout = strings.ReplaceAll(r.Stdout, "\n", "\r\n")
	r.Stderr = strings.ReplaceAll(r.Stderr, "\n", "\r\n")
	r.RemoveRows(func(p platform.Process) bool { return slices.Contains(p.Command, trackerCode) })
	r.SetData("methods", conformance.Main, "methods", []any{conformance.Spawn})
	r.refuseMethodsOfOtherSystems()
	r.setExitCodesOfWindows()
	r.setDefaultSpawn()
	r.RemoveRows(func(p platform.Process) bool { return p.State == platform.Zombie })
	r.endParentsAsOnWindows()
	r.joinAsOnWindows()
}

// joinAsOnWindows changes a recording of process-ends: Windows gives the exit code of a process to every thread that asks.
func (r *Recording) joinAsOnWindows() {
	r.EachAttempt(conformance.Main, "joins", func(e *stage.Event) {
		threads, _ := e.Data["value"].([]any)
		for n := range threads {
			threads[n] = threads[0]
		}
	})
}

// refuseMethodsOfOtherSystems turns the contexts of fork and forkserver in set-start-method into refused attempts.
func (r *Recording) refuseMethodsOfOtherSystems() {
	for _, method := range []string{conformance.Fork, conformance.Forkserver} {
		r.EachAttempt(conformance.Main, "context "+method, func(e *stage.Event) {
			e.Data = maps.Clone(r.First("after-refusals", conformance.Main).Data)
			delete(e.Data, "chosen")
			maps.Copy(e.Data, map[string]any{
				"what": "unavailable " + method, "refused": true, "message": "cannot find context for '" + method + "'",
				"types": []any{"ValueError", "Exception", "BaseException", "object"},
			})
		})
	}
}

// setExitCodesOfWindows gives the children of exit-codes the exit codes that they have on Windows.
func (r *Recording) setExitCodesOfWindows() {
	r.SetReturned(conformance.Main, "status exit-300", 300.0)
	r.SetReturned(conformance.Main, "status exit-minus-1", float64(0xffffffff))
	r.SetReturned(conformance.Main, "status killed-itself", 9.0)
	r.SetReturned(conformance.Main, "status killed", -15.0)
}

// setDefaultSpawn replaces fork, the default that three programs report for CPython 3.12 on Linux, with spawn.
func (r *Recording) setDefaultSpawn() {
	r.Each("attempt", conformance.Main, func(e *stage.Event) {
		what, _ := e.Data["what"].(string)
		isDefault := strings.HasPrefix(what, "chosen after") || what == "default after unset" || what == "set none"
		if isDefault && e.Data["value"] == conformance.Fork {
			e.Data["value"] = conformance.Spawn
		}
		if worker, described := e.Data["value"].(map[string]any); described && what == "default context" {
			worker["marker"] = nil
		}
	})
}

// endParentsAsOnWindows changes a recording of parent-exits: Windows has no such interrupts, TerminateProcess sets the
// status 1, and an orphan keeps the ID of its parent after that has ended.
func (r *Recording) endParentsAsOnWindows() {
	if r.Program != "parent-exits" {
		return
	}
	entered := func(role, ending string) stage.Event {
		for _, e := range r.All("enter", role) {
			if e.Data["ending"] == ending {
				return e
			}
		}
		panic("the recording has no " + role + " of the ending " + ending)
	}
	gone := map[int]bool{}
	for _, ending := range []string{"interrupt", "interrupt-group"} {
		for _, role := range []string{"parent", "child", "daemon"} {
			gone[entered(role, ending).PID] = true
		}
		r.Remove(func(e stage.Event) bool { return e.Data["ending"] == ending })
	}
	r.Remove(func(e stage.Event) bool { return gone[e.PID] })
	r.RemoveRows(func(p platform.Process) bool { return gone[p.PID] })
	r.Each("ended", "", func(e *stage.Event) {
		if e.Data["ending"] == "terminate" || e.Data["ending"] == "kill" {
			e.Data["code"] = 1.0
		}
	})
	for _, ending := range []string{"os-exit", "terminate", "kill"} {
		for _, role := range []string{"child", "daemon"} {
			e := entered(role, ending)
			r.SetParent(e.PID, e.PPID)
		}
	}
}

// addLaunchers puts a launcher before the main process and before each child.
func (r *Recording) addLaunchers() {
	r.Implementation.ID, r.Implementation.Venv = r.Implementation.ID+"-venv", true
	main := r.MainPID()
	suite := r.First("body", conformance.Main).PPID
	pids := []int{main}
	for _, e := range r.All("started", conformance.Main) {
		pid, _ := e.Data["child_pid"].(float64)
		pids = append(pids, int(pid))
	}
	for n, pid := range pids {
		launcher, parent := 200+n, main
		if pid == main {
			parent = suite
			r.FirstPID = launcher
		}
		for _, s := range r.Snapshots {
			if slices.ContainsFunc(s.Processes, func(p platform.Process) bool { return p.PID == pid }) {
				r.AddRow(s.Point, platform.Process{PID: launcher, PPID: parent, Name: "python.exe", Command: []string{"python.exe"}})
			}
		}
		r.SetParent(pid, launcher)
	}
	r.UpdatePrintedIDs()
}

// UpdatePrintedIDs makes the first line that each child printed agree with the IDs that it reports.
func (r *Recording) UpdatePrintedIDs() {
	var lines []string
	for line := range strings.Lines(r.Stdout) {
		for _, e := range r.All("enter", "") {
			if strings.HasPrefix(line, e.Role+": pid ") {
				line = PrintedIDs(e) + line[len(strings.TrimRight(line, "\r\n")):]
			}
		}
		lines = append(lines, line)
	}
	r.Stdout = strings.Join(lines, "")
}

// PrintedIDs returns the first line that a child prints, without its end.
func PrintedIDs(enter stage.Event) string {
	return fmt.Sprintf("%s: pid %d, parent %d", enter.Role, enter.PID, enter.PPID)
}
