package conformance

import (
	"slices"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// actor is the process of a role whose parent ends in a manner.
func actor(r *stage.Recording, role, manner string) stage.Event {
	return mannered(r, "enter", role, manner)[0]
}

// endSeen is the place where main tells that the parent of a manner has ended.
func endSeen(r *stage.Recording, manner string) int {
	return slices.IndexFunc(r.Events, func(e stage.Event) bool { return e.Event == "ended" && text(e, "manner") == manner })
}

// endsOnWindows makes of a recording of parent-ends what one on Windows looks like: no interrupts, the status that
// subprocess gives to TerminateProcess, and orphans that keep the id of the parent that has ended.
func endsOnWindows(r *stage.Recording) {
	gone := map[int]bool{}
	for _, manner := range []string{"interrupt", "interrupt-group"} {
		for _, role := range []string{"parent", child, daemon} {
			gone[actor(r, role, manner).PID] = true
		}
		remove(r, func(e stage.Event) bool { return text(e, "manner") == manner })
	}
	remove(r, func(e stage.Event) bool { return gone[e.PID] })
	removeRows(r, func(p platform.Process) bool { return gone[p.PID] })
	for _, manner := range []string{"terminate", "kill"} {
		r.Events[endSeen(r, manner)].Data["code"] = 1.0
	}
	for _, manner := range abruptEnds {
		for _, role := range []string{child, daemon} {
			e := actor(r, role, manner)
			adopt(r, e.PID, e.PPID)
		}
	}
}

func parentEndMutants() []mutant {
	program := parentEnds
	list := []mutant{
		{
			"what a parent's exception is, is not printed", of(program),
			func(r *stage.Recording) { r.Stderr = "" },
			map[string]string{"exception-told-first": "what is printed of the exception"},
			nil,
		},
		{
			"a parent reports its exception after it has waited for its child", of(program),
			func(r *stage.Recording) {
				relocate(r, by(r, "error", actor(r, "parent", "exception").PID), endSeen(r, "exception"))
			},
			map[string]string{"exception-told-first": "while its child is alive"},
			nil,
		},
		{
			"a parent reports no exception", of(program),
			func(r *stage.Recording) {
				pid := actor(r, "parent", "exception").PID
				remove(r, func(e stage.Event) bool { return e.Event == "error" && e.PID == pid })
			},
			map[string]string{"exception-told-first": "the parent must report its exception"},
			nil,
		},
		{
			"an interrupt of the parent alone reaches its child", of(program),
			func(r *stage.Recording) {
				e := actor(r, child, "interrupt")
				e.Event = "interrupted"
				insert(r, position(r, "ready", main), e)
			},
			map[string]string{"interrupt-parent-alone": "an interrupt of the child"},
			nil,
		},
		{
			"an interrupt of the group does not reach the child", of(program),
			func(r *stage.Recording) {
				pid := actor(r, child, "interrupt-group").PID
				remove(r, func(e stage.Event) bool { return e.Event == "interrupted" && e.PID == pid })
			},
			map[string]string{"interrupt-group-child": "the child must be interrupted"},
			nil,
		},
		{
			"an interrupt of the group ends the server", of(program, forkserver),
			func(r *stage.Recording) { without(r, actor(r, child, "interrupt-group").PPID) },
			map[string]string{"interrupt-group-server": "the server must be alive after the interrupt"},
			[]string{"orphan-helpers"},
		},
		{
			"a daemon is not seen to end", of(program),
			func(r *stage.Recording) {
				remove(r, func(e stage.Event) bool { return e.Event == "gone" && text(e, "manner") == "exception" })
			},
			map[string]string{"end-daemon": "exception: main must see the daemon end"},
			nil,
		},
		{
			"a daemon of an interrupted parent comes to its own end", of(program),
			func(r *stage.Recording) {
				e := actor(r, daemon, "interrupt")
				e.Event = "leave"
				insert(r, position(r, "last", main), e)
			},
			map[string]string{"interrupt-daemon": "interrupt: the daemon must not come to its own end"},
			nil,
		},
		{
			"a killed parent ends with status 0", of(program),
			func(r *stage.Recording) { r.Events[endSeen(r, "kill")].Data["code"] = 0.0 },
			map[string]string{"end-status": "kill: the parent's exit status"},
			nil,
		},
		{
			"a terminated parent ends on Windows as on POSIX",
			[]string{of(program, spawn)[0] + windows},
			func(r *stage.Recording) { r.Events[endSeen(r, "terminate")].Data["code"] = -15.0 },
			map[string]string{"end-status": "terminate: the parent's exit status"},
			nil,
		},
		{
			"an interrupted parent ends with status 1", of(program),
			func(r *stage.Recording) { r.Events[endSeen(r, "interrupt")].Data["code"] = 1.0 },
			map[string]string{"interrupt-status": "interrupt: the parent's exit status"},
			nil,
		},
		{
			"an interrupted parent is killed by SIGINT before 3.8", of(program),
			func(r *stage.Recording) { r.Implementation.Version = "3.7.16" },
			map[string]string{"interrupt-status": "the parent's exit status"},
			nil,
		},
		{
			"an orphan has another parent than init", of(program),
			func(r *stage.Recording) { orphanOf(r, daemon, "kill", unknownPID) },
			map[string]string{"orphan-parent-id": "kill: the daemon's new parent", "orphan-server": "kill: the daemon's parent in the process table"},
			nil,
		},
		{
			"an orphan has a new parent on Windows",
			[]string{of(program, spawn)[0] + windows},
			func(r *stage.Recording) { orphanOf(r, child, "os-exit", 1) },
			map[string]string{"orphan-parent-id": "os-exit: the parent id that the child says"},
			nil,
		},
		{
			"an orphan says another parent id than the system", of(program),
			func(r *stage.Recording) { r.Events[by(r, "leave", actor(r, child, "kill").PID)].PPID = unknownPID },
			map[string]string{"orphan-parent-id": "kill: the parent id that the child says", "orphan-server": "kill: the parent id that the child says"},
			nil,
		},
		{
			"the server ends with main", of(program, forkserver),
			func(r *stage.Recording) { without(r, actor(r, child, "kill").PPID) },
			map[string]string{"orphan-server": "kill: the server must outlive main"},
			[]string{"orphan-helpers"},
		},
		{
			"an orphan takes its parent to be alive", of(program),
			func(r *stage.Recording) {
				pid := actor(r, daemon, "terminate").PID
				triedBy(r, daemon, "parent alive", func(e *stage.Event) { e.Data["value"] = e.PID == pid })
			},
			map[string]string{"orphan-knows": "terminate: whether the parent is alive"},
			nil,
		},
		{
			"one elder orphan is told something else", of(program),
			func(r *stage.Recording) {
				pid := actor(r, child, "terminate").PID
				triedBy(r, child, "parent alive", func(e *stage.Event) {
					if e.PID == pid {
						e.Data["value"] = e.Data["value"] != true
					}
				})
			},
			nil,
			[]string{"orphan-elder"},
		},
		{
			"there is one helper more for the parents", of(program),
			func(r *stage.Recording) {
				addRow(r, "survivors", platform.Process{PID: unknownPID, PPID: 1, Name: "helper"})
			},
			nil,
			[]string{"orphan-helpers"},
		},
		{
			"a helper of a killed parent has to be killed", of(program),
			func(r *stage.Recording) {
				r.Survivors = []platform.Process{{PID: unknownPID, PPID: 1, State: platform.Alive, Name: "tracker"}}
			},
			map[string]string{"orphan-helpers-end": "what had to be killed"},
			nil,
		},
	}
	for manner, id := range map[string]string{"exception": "exception-waits", "interrupt": "interrupt-waits"} {
		list = append(list,
			mutant{
				manner + ": the parent ends before its child", of(program),
				func(r *stage.Recording) {
					relocate(r, endSeen(r, manner), by(r, "leave", actor(r, child, manner).PID))
				},
				map[string]string{id: "the child must end before its parent does"},
				nil,
			},
			mutant{
				manner + ": the parent is not there while its child is", of(program),
				func(r *stage.Recording) { without(r, actor(r, "parent", manner).PID) },
				map[string]string{id: "the parent must be alive as long as its child is"},
				nil,
			})
	}
	for _, manner := range abruptEnds {
		list = append(list,
			mutant{
				manner + ": the child ends with its parent", of(program),
				func(r *stage.Recording) { without(r, actor(r, child, manner).PID) },
				map[string]string{
					"orphans-" + manner: "the child must be alive", "orphan-parent-id": manner + ": the parent id that the child says",
					"orphan-server": manner + ": the child's parent in the process table",
				},
				nil,
			},
			mutant{
				manner + ": the daemon does not come to its end", of(program),
				func(r *stage.Recording) {
					pid := actor(r, daemon, manner).PID
					remove(r, func(e stage.Event) bool { return e.Event == "leave" && e.PID == pid })
				},
				map[string]string{
					"orphans-" + manner: "the daemon must come to its end", "orphan-parent-id": "the daemon must come to its end",
					"orphan-server": "the daemon must come to its end", "orphan-knows": "the daemon must come to its end",
					"orphan-helpers-end": "the daemon must come to its end",
				},
				nil,
			},
		)
	}
	return list
}

// orphanOf gives an orphan another parent once its own has ended.
func orphanOf(r *stage.Recording, role, manner string, parent int) {
	pid := actor(r, role, manner).PID
	row(r, "survivors", pid).PPID = parent
	r.Events[by(r, "leave", pid)].PPID = parent
}
