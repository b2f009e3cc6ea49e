package mutation

import (
	"slices"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// UnknownPID is an ID that no process of any kept recording has.
const UnknownPID = 999

// Recording is a recording that is about to be changed. A method that names an event or a row of a table panics if there is
// none, because a mutant that changes nothing tests nothing.
type Recording struct{ *stage.Recording }

// Each calls change for every event with the given name, of any role if role is empty.
func (r *Recording) Each(event, role string, change func(e *stage.Event)) {
	for n := range r.Events {
		if e := &r.Events[n]; e.Event == event && (role == "" || e.Role == role) {
			change(e)
		}
	}
}

// All returns the events with the given name, of any role if role is empty.
func (r *Recording) All(event, role string) []stage.Event {
	var found []stage.Event
	r.Each(event, role, func(e *stage.Event) { found = append(found, *e) })
	return found
}

// SetData sets a field of the data of every such event.
func (r *Recording) SetData(event, role, field string, value any) {
	r.Each(event, role, func(e *stage.Event) {
		if e.Data == nil {
			e.Data = map[string]any{}
		}
		e.Data[field] = value
	})
}

// DeleteData removes a field from the data of every such event.
func (r *Recording) DeleteData(event, role, field string) {
	r.Each(event, role, func(e *stage.Event) { delete(e.Data, field) })
}

// EachAttempt calls change for every attempt of the role with that name.
func (r *Recording) EachAttempt(role, what string, change func(e *stage.Event)) {
	r.Each("attempt", role, func(e *stage.Event) {
		if e.Data["what"] == what {
			change(e)
		}
	})
}

// SetReturned sets what an attempt of a role returned.
func (r *Recording) SetReturned(role, what string, value any) {
	r.EachAttempt(role, what, func(e *stage.Event) { e.Data["value"] = value })
}

// Refuse makes an attempt of a role one that was refused.
func (r *Recording) Refuse(role, what string) {
	r.EachAttempt(role, what, func(e *stage.Event) { e.Data["refused"], e.Data["message"] = true, "no" })
}

// Accept makes an attempt of a role one that was not refused.
func (r *Recording) Accept(role, what string) {
	r.EachAttempt(role, what, func(e *stage.Event) { e.Data["refused"] = false })
}

// Remove removes the events for which the condition holds, as if they had never been reported.
func (r *Recording) Remove(condition func(e stage.Event) bool) {
	var rest []stage.Event
	atExit := r.EventsAtExit
	for n, e := range r.Events {
		if !condition(e) {
			rest = append(rest, e)
		} else if n < r.EventsAtExit {
			atExit--
		}
	}
	r.Events, r.EventsAtExit = rest, atExit
}

// RemoveEvents removes the events with the given name, of any role if role is empty.
func (r *Recording) RemoveEvents(event, role string) {
	r.Remove(func(e stage.Event) bool { return e.Event == event && (role == "" || e.Role == role) })
}

// RemoveAttempt removes an attempt of a role.
func (r *Recording) RemoveAttempt(role, what string) {
	r.Remove(func(e stage.Event) bool { return e.Event == "attempt" && e.Role == role && e.Data["what"] == what })
}

// Insert puts an event before the one with the index.
func (r *Recording) Insert(index int, e stage.Event) {
	r.Events = slices.Insert(r.Events, index, e)
	if index <= r.EventsAtExit {
		r.EventsAtExit++
	}
}

// Index returns the index of the first such event. It panics if there is none.
func (r *Recording) Index(event, role string) int {
	n := slices.IndexFunc(r.Events, func(e stage.Event) bool { return e.Event == event && e.Role == role })
	if n < 0 {
		panic("the recording has no event " + event + " of " + role)
	}
	return n
}

// First returns the first such event. It panics if there is none.
func (r *Recording) First(event, role string) stage.Event { return r.Events[r.Index(event, role)] }

// Duplicate repeats the first such event right after itself.
func (r *Recording) Duplicate(event, role string) {
	n := r.Index(event, role)
	r.Insert(n+1, r.Events[n])
}

// MoveBefore moves the first such event to before the first event of another name and role.
func (r *Recording) MoveBefore(event, role, before, beforeRole string) {
	n := r.Index(event, role)
	moved := r.Events[n]
	r.Events = slices.Delete(r.Events, n, n+1)
	r.Events = slices.Insert(r.Events, r.Index(before, beforeRole), moved)
}

// MoveToEnd moves the first such event behind all others.
func (r *Recording) MoveToEnd(event, role string) {
	n := r.Index(event, role)
	moved := r.Events[n]
	r.Events = append(slices.Delete(r.Events, n, n+1), moved)
}

// MoveIndex moves the event with the index to before the event with another index.
func (r *Recording) MoveIndex(index, before int) {
	e := r.Events[index]
	r.Events = slices.Delete(r.Events, index, index+1)
	if before > index {
		before--
	}
	r.Events = slices.Insert(r.Events, before, e)
}

// PID returns the process ID of a role.
func (r *Recording) PID(role string) int {
	if role == conformance.Main {
		return r.First("body", role).PID
	}
	return r.First("enter", role).PID
}

// MainPID returns the process ID of the main process.
func (r *Recording) MainPID() int { return r.PID(conformance.Main) }

// Row returns a process in the table that was read at a point. It panics if it is not there.
func (r *Recording) Row(point string, pid int) *platform.Process {
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

// AddRow adds a living process to the table that was read at a point.
func (r *Recording) AddRow(point string, p platform.Process) {
	n := slices.IndexFunc(r.Snapshots, func(s stage.Snapshot) bool { return s.Point == point })
	p.State = platform.Alive
	r.Snapshots[n].Processes = append(r.Snapshots[n].Processes, p)
}

// RemoveRows removes the processes for which the condition holds from all tables.
func (r *Recording) RemoveRows(condition func(p platform.Process) bool) {
	for n := range r.Snapshots {
		r.Snapshots[n].Processes = slices.DeleteFunc(r.Snapshots[n].Processes, condition)
	}
}

// RemoveProcess removes a process from all tables.
func (r *Recording) RemoveProcess(pid int) {
	r.RemoveRows(func(p platform.Process) bool { return p.PID == pid })
}

// RemoveTable removes the table of a point, as if it had not been read.
func (r *Recording) RemoveTable(point string) {
	r.Snapshots = slices.DeleteFunc(r.Snapshots, func(s stage.Snapshot) bool { return s.Point == point })
}

// SetParent makes a process the child of another one, in the tables and in what the process reports about itself.
func (r *Recording) SetParent(pid, parent int) {
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

// SetExitCode sets the exit code of a child that the main process reports at its end. Nil removes it.
func (r *Recording) SetExitCode(role string, code any) {
	r.Each("exit", conformance.Main, func(e *stage.Event) {
		codes, _ := e.Data["exitcodes"].(map[string]any)
		if code == nil {
			delete(codes, role)
		} else {
			codes[role] = code
		}
	})
}

// joined returns the index of the event in which the main process reports that it has joined a child.
func (r *Recording) joined(role string) int {
	n := slices.IndexFunc(r.Events, func(e stage.Event) bool {
		return e.Event == "joined" && e.Role == conformance.Main && e.Data["child"] == role
	})
	if n < 0 {
		panic("the main process does not report that it joined " + role)
	}
	return n
}

// JoinedIndex returns the index of the event in which the main process reports that it has joined a child.
func (r *Recording) JoinedIndex(role string) int { return r.joined(role) }

// SetJoinedExitCode sets the exit code that the main process reports after it has joined a child.
func (r *Recording) SetJoinedExitCode(role string, code float64) {
	r.Events[r.joined(role)].Data["exitcode"] = code
}

// RemoveJoined removes the event in which a process reports that it has joined a child.
func (r *Recording) RemoveJoined(role string) {
	r.Remove(func(e stage.Event) bool { return e.Event == "joined" && e.Data["child"] == role })
}
