package conformance

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// cast holds the processes of a recording as both witnesses show them: the events that the processes reported, and the
// process tables.
type cast struct {
	recording *stage.Recording
	pids      []int          // in the order in which they were first seen
	parents   map[int]int    // the first parent that was seen or, if none was seen, the process that started it
	names     map[int]string // the role or, if the process reported no event, the command
	ends      map[int]string // how a process ended, as far as it is known
}

// castOf collects the processes of a recording.
func castOf(r *stage.Recording) cast {
	c := cast{recording: r, parents: map[int]int{}, names: map[int]string{}, ends: map[int]string{}}
	if r.FirstPID != 0 {
		c.see(r.FirstPID, 0, "")
	}
	for _, e := range r.Events {
		c.see(e.PID, e.PPID, e.Role)
		if child, is := e.Data["child_pid"].(float64); is {
			role, _ := e.Data["child"].(string)
			c.see(int(child), 0, role)
		}
	}
	for _, snapshot := range r.Snapshots {
		for _, p := range snapshot.Processes {
			c.see(p.PID, p.PPID, "")
			c.names[p.PID] = cmp.Or(c.names[p.PID], shorten(strings.Join(append([]string{p.Name}, p.Command...), " "), maxValue))
		}
	}
	for _, e := range r.Events {
		if child, is := e.Data["child_pid"].(float64); is {
			c.see(int(child), e.PID, "")
		}
	}
	c.addEnds()
	return c
}

// see adds what one witness says of a process to what is known of it.
func (c *cast) see(pid, ppid int, name string) {
	if !slices.Contains(c.pids, pid) {
		c.pids = append(c.pids, pid)
	}
	c.parents[pid] = cmp.Or(c.parents[pid], ppid)
	c.names[pid] = cmp.Or(c.names[pid], name)
}

func (c *cast) addEnds() {
	codes := map[string]any{}
	for _, e := range NewScene(c.recording).Events("exit", Main) {
		reported, _ := e.Data["exitcodes"].(map[string]any)
		maps.Copy(codes, reported)
	}
	for _, pid := range c.pids {
		if code, known := codes[c.names[pid]]; known && c.names[pid] != Main {
			c.ends[pid] = "exit code " + Words(code)
			if code == nil {
				c.ends[pid] = "no exit code"
			}
		}
	}
	if c.recording.Exit != nil {
		c.ends[c.recording.FirstPID] = c.recording.Exit.String()
	}
	for _, p := range c.recording.Survivors {
		c.see(p.PID, p.PPID, p.Name)
		c.ends[p.PID] = "had to be killed"
	}
}

// label returns the process ID with the name, if it has one.
func (c cast) label(pid int) string {
	return strings.TrimSpace(fmt.Sprintf("%d %s", pid, c.names[pid]))
}

// Process is a process of a recording, as the events and the process tables show it.
type Process struct {
	PID    int
	Name   string // the role or, if the process reported no event, the command; "" if neither is known
	Parent int    // the process that started it, or 0 if that is not known
	Depth  int    // the number of its ancestors in the recording
	End    string // how it ended, or "" if that is not known
}

// Label returns the process ID with the name, if there is one.
func (p Process) Label() string { return strings.TrimSpace(fmt.Sprintf("%d %s", p.PID, p.Name)) }

// Processes returns the processes of a recording. Each is followed by its children.
func Processes(r *stage.Recording) []Process { return castOf(r).processes() }

// processes returns all processes, each followed by its children.
func (c cast) processes() []Process {
	known := map[int]bool{}
	children := map[int][]int{}
	for _, pid := range c.pids {
		known[pid] = true
		children[c.parents[pid]] = append(children[c.parents[pid]], pid)
	}
	var all []Process
	shown := map[int]bool{}
	var show func(pid, depth int)
	show = func(pid, depth int) {
		if shown[pid] {
			return
		}
		shown[pid] = true
		all = append(all, Process{PID: pid, Name: c.names[pid], Parent: c.parents[pid], Depth: depth, End: c.ends[pid]})
		for _, child := range children[pid] {
			show(child, depth+1)
		}
	}
	for _, pid := range c.pids {
		if !known[c.parents[pid]] {
			show(pid, 0)
		}
	}
	for _, pid := range c.pids {
		show(pid, 0) // no operating system reports processes that are ancestors of each other; a program could
	}
	return all
}

// tree returns one line for each process, indented below the process that is its parent.
func (c cast) tree() []string {
	var lines []string
	all := c.processes()
	for _, p := range all[:min(len(all), maxProcesses)] {
		line := "  " + strings.Repeat("  ", min(p.Depth, maxDepth)) + p.Label()
		if p.Depth == 0 && p.Parent != 0 && p.PID != c.recording.FirstPID {
			line += fmt.Sprintf(", parent %d", p.Parent)
		}
		if p.End != "" {
			line += ": " + p.End
		}
		lines = append(lines, line)
	}
	if more := len(all) - len(lines); more > 0 {
		lines = append(lines, fmt.Sprintf("  … and %d more processes", more))
	}
	return lines
}

// Moment is an event of a recording, or a process table at its place among the events.
type Moment struct {
	Event        *stage.Event    // nil for a process table
	Table        *stage.Snapshot // nil for an event
	Milliseconds float64         // from the start of the program to the event
	Text         string          // the fields of the event, or the processes of the table
}

// Timeline returns the events and the process tables of a recording in their order.
func Timeline(r *stage.Recording) []Moment { return castOf(r).moments() }

func (c cast) moments() []Moment {
	r := c.recording
	start := float64(r.Started.UnixMicro()) / 1e6
	if len(r.Events) > 0 && !(r.Events[0].Time >= start && r.Events[0].Time-start < 3600) {
		start = r.Events[0].Time // the clock was set, or the recording has no time
	}
	tables := map[int][]Moment{}
	for n := range r.Snapshots {
		s := &r.Snapshots[n]
		tables[s.Events] = append(tables[s.Events], Moment{Table: s, Text: c.table(s.Processes)})
	}
	all := slices.Clone(tables[0])
	for n := range r.Events {
		e := &r.Events[n]
		all = append(all, Moment{Event: e, Milliseconds: (e.Time - start) * 1000, Text: strings.TrimSpace(dataWords(e.Data))})
		all = append(all, tables[n+1]...)
	}
	return all
}

// timeline returns one line for each event, and one for each process table at its place among the events.
func (c cast) timeline() []string {
	var lines []string
	kept := map[int]bool{} // the lines that show why the stage ended the run; they are never left out
	for _, m := range c.moments() {
		if m.Table != nil {
			kept[len(lines)] = m.Table.Point == stage.PointDeadline || m.Table.Point == stage.PointCap
			lines = append(lines, fmt.Sprintf("%8s process table at %q: %s", "", m.Table.Point, m.Text))
			continue
		}
		line := fmt.Sprintf("%8.0f %s: %s", m.Milliseconds, c.label(m.Event.PID), m.Event.Event)
		if m.Text != "" {
			line += "  " + m.Text
		}
		lines = append(lines, strings.TrimRight(line, " "))
	}
	last := len(lines) - lastEvents
	if last-firstEvents < 2 {
		return lines
	}
	shown := append(slices.Clone(lines[:firstEvents]), fmt.Sprintf("         … %d more lines", last-firstEvents))
	for n := firstEvents; n < last; n++ {
		if kept[n] {
			shown = append(shown, lines[n])
		}
	}
	return append(shown, lines[last:]...)
}

// table returns the processes of a process table in one line.
func (c cast) table(processes []platform.Process) string {
	var parts []string
	for _, p := range processes {
		part := c.label(p.PID)
		if c.names[p.PID] == "" || strings.Contains(c.names[p.PID], " ") {
			part = fmt.Sprintf("%d %s", p.PID, p.Name) // the tree has the whole command
		}
		if p.State != platform.Alive {
			part += " (" + string(p.State) + ")"
		}
		parts = append(parts, part)
	}
	if len(parts) > maxProcesses {
		parts = append(parts[:maxProcesses:maxProcesses], fmt.Sprintf("… and %d more", len(parts)-maxProcesses))
	}
	return cmp.Or(strings.Join(parts, ", "), "no process")
}

// dataWords returns the fields of an event in alphabetical order. It leaves out what says nothing: null and empty lists.
func dataWords(data map[string]any) string {
	var words strings.Builder
	for _, name := range slices.Sorted(maps.Keys(data)) {
		text, err := json.Marshal(data[name])
		if value := string(text); err == nil && value != "null" && value != "[]" && value != "{}" {
			fmt.Fprintf(&words, "  %s=%s", name, value)
		}
	}
	return words.String()
}
