package conformance

import (
	"fmt"
	"strings"

	"github.com/singdance/singdance/internal/plain"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// How much of a recording is shown; all of it is in the file.
const (
	mostTimeline  = 30
	mostProcesses = 30 // of one table
	mostDepth     = 20 // generations
	mostLines     = 12 // of one stream
	mostLine      = 200
	mostReason    = 300
	mostValue     = 120  // of a value in a failure
	mostDetail    = 2000 // of the whole value
	mostObserved  = 160
)

// Evidence tells in lines what a recording holds: who ended how, the process tables, the timeline, and the last of what
// was printed.
func Evidence(r *stage.Recording) []string {
	lines := []string{fmt.Sprintf("program %s on %s, %s, on %s", r.Program, r.Implementation.ID, r.Method, r.System)}
	if r.Exit != nil {
		lines = append(lines, fmt.Sprintf("first process %d: %s", r.FirstPID, r.Exit))
	}
	if exits := NewScene(r).Events("exit", Main); len(exits) > 0 {
		lines = append(lines, fmt.Sprintf("main says of its children: %v", exits[len(exits)-1].Data["exitcodes"]))
	}
	for _, snapshot := range r.Snapshots {
		lines = append(lines, fmt.Sprintf("process table at %q, after %d events:", snapshot.Point, snapshot.Events))
		if len(snapshot.Processes) == 0 {
			lines = append(lines, "  nothing is left")
		}
		lines = append(lines, tree(snapshot.Processes)...)
	}
	for n, p := range r.Survivors {
		if n == mostProcesses {
			lines = append(lines, fmt.Sprintf("and %d more had to be killed", len(r.Survivors)-n))
			break
		}
		lines = append(lines, fmt.Sprintf("had to be killed: pid %d, parent %d: %s", p.PID, p.PPID, p.Name))
	}
	lines = append(lines, "timeline:")
	for n, e := range r.Events {
		if n == mostTimeline {
			lines = append(lines, fmt.Sprintf("  … and %d more events", len(r.Events)-n))
			break
		}
		lines = append(lines, fmt.Sprintf("  %-7s %-5s pid %d, parent %d  %s", e.Event, e.Role, e.PID, e.PPID, fmt.Sprint(e.Data)))
	}
	lines = append(lines, tail("stdout", r.Stdout)...)
	lines = append(lines, tail("stderr", r.Stderr)...)
	for n, line := range lines {
		lines[n] = shorten(line, mostLine) // whatever a program says of itself is in there
	}
	return lines
}

// tree is a process table with every process below its parent, further in.
func tree(processes []platform.Process) []string {
	present := map[int]bool{}
	for _, p := range processes {
		present[p.PID] = true
	}
	var lines []string
	shown := make([]bool, len(processes))
	var show func(n, depth int)
	show = func(n, depth int) {
		if shown[n] || len(lines) == mostProcesses {
			return
		}
		shown[n] = true
		p := processes[n]
		lines = append(lines, fmt.Sprintf("  %spid %d, parent %d, %s: %s", strings.Repeat("  ", min(depth, mostDepth)), p.PID, p.PPID, p.State,
			strings.Join(append([]string{p.Name}, p.Command...), " ")))
		for m, child := range processes {
			if child.PPID == p.PID {
				show(m, depth+1)
			}
		}
	}
	for n, p := range processes {
		if !present[p.PPID] {
			show(n, 0)
		}
	}
	for n := range processes {
		show(n, 0) // whose parents are each other's, as no system says
	}
	if more := len(processes) - len(lines); more > 0 {
		lines = append(lines, fmt.Sprintf("  … and %d more processes", more))
	}
	return lines
}

// tail is the last of what was printed.
func tail(name, text string) []string {
	all := strings.Split(strings.TrimRight(text, "\r\n"), "\n")
	if text == "" {
		return nil
	}
	lines := []string{name + ":"}
	if skipped := len(all) - mostLines; skipped > 0 {
		lines = append(lines, fmt.Sprintf("  … %d lines before", skipped))
		all = all[skipped:]
	}
	for _, line := range all {
		lines = append(lines, "  "+strings.TrimRight(line, "\r"))
	}
	return lines
}

// oneLine is a text of several lines as one.
func oneLine(text string, most int) string {
	return shorten(strings.Join(strings.Fields(text), " "), most)
}

// shorten keeps a line readable and makes control characters harmless, those that turn the direction of writing too.
func shorten(text string, most int) string {
	harmless := plain.Line(text)
	if runes := []rune(harmless); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return harmless
}
