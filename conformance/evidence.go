package conformance

import (
	"fmt"
	"strings"

	"github.com/singdance/singdance/internal/plain"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// Limits of the part of a recording that evidence and results show. The file of the recording holds everything.
const (
	maxFailures  = 30
	maxEvents    = 30
	maxProcesses = 30 // of one process table
	maxDepth     = 20 // generations of processes
	maxLines     = 12 // lines of standard output, and of standard error

	maxLine     = 200 // characters
	maxReason   = 300
	maxValue    = 120  // of a value in a failure
	maxDetail   = 2000 // of the whole value
	maxObserved = 160
)

// Evidence describes a recording in lines: how the processes ended, the process tables, the events, and the last lines of
// standard output and standard error.
func Evidence(r *stage.Recording) []string {
	lines := []string{fmt.Sprintf("program %s on %s, %s, on %s", r.Program, r.Implementation.ID, r.Method, r.System)}
	if r.Exit != nil {
		lines = append(lines, fmt.Sprintf("first process %d: %s", r.FirstPID, r.Exit))
	}
	if exits := NewScene(r).Events("exit", Main); len(exits) > 0 {
		lines = append(lines, "exit codes that main reports: "+Words(exits[len(exits)-1].Data["exitcodes"]))
	}
	for _, snapshot := range r.Snapshots {
		lines = append(lines, fmt.Sprintf("process table at %q, after %d events:", snapshot.Point, snapshot.Events))
		if len(snapshot.Processes) == 0 {
			lines = append(lines, "  no process")
		}
		lines = append(lines, tree(snapshot.Processes)...)
	}
	for n, p := range r.Survivors {
		if n == maxProcesses {
			lines = append(lines, fmt.Sprintf("… and %d more processes had to be killed", len(r.Survivors)-n))
			break
		}
		lines = append(lines, fmt.Sprintf("had to be killed: process %d, parent %d: %s", p.PID, p.PPID, p.Name))
	}
	lines = append(lines, "timeline:")
	for n, e := range r.Events {
		if n == maxEvents {
			lines = append(lines, fmt.Sprintf("  … and %d more events", len(r.Events)-n))
			break
		}
		line := fmt.Sprintf("  %-7s %-5s process %d, parent %d", e.Event, e.Role, e.PID, e.PPID)
		if len(e.Data) > 0 {
			line += "  " + Words(e.Data)
		}
		lines = append(lines, line)
	}
	lines = append(lines, tail("stdout", r.Stdout)...)
	lines = append(lines, tail("stderr", r.Stderr)...)
	for n, line := range lines {
		lines[n] = shorten(line, maxLine) // a line may quote what the program reported
	}
	return lines
}

// tree returns the lines of a process table, with each process indented below its parent.
func tree(processes []platform.Process) []string {
	present := map[int]bool{}
	for _, p := range processes {
		present[p.PID] = true
	}
	var lines []string
	shown := make([]bool, len(processes))
	var show func(n, depth int)
	show = func(n, depth int) {
		if shown[n] || len(lines) == maxProcesses {
			return
		}
		shown[n] = true
		p := processes[n]
		lines = append(lines, fmt.Sprintf("  %sprocess %d, parent %d, %s: %s", strings.Repeat("  ", min(depth, maxDepth)), p.PID, p.PPID, p.State,
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
		show(n, 0) // no operating system reports processes that are ancestors of each other; a program could
	}
	if more := len(processes) - len(lines); more > 0 {
		lines = append(lines, fmt.Sprintf("  … and %d more processes", more))
	}
	return lines
}

// tail returns the last lines of an output.
func tail(name, text string) []string {
	all := strings.Split(strings.TrimRight(text, "\r\n"), "\n")
	if text == "" {
		return nil
	}
	lines := []string{name + ":"}
	if skipped := len(all) - maxLines; skipped > 0 {
		lines = append(lines, fmt.Sprintf("  … %d lines before these", skipped))
		all = all[skipped:]
	}
	for _, line := range all {
		lines = append(lines, "  "+strings.TrimRight(line, "\r"))
	}
	return lines
}

// oneLine joins the lines of a text into one line.
func oneLine(text string, limit int) string {
	return shorten(strings.Join(strings.Fields(text), " "), limit)
}

// shorten cuts a line to a number of characters and replaces control characters, including those that change the direction
// of text.
func shorten(text string, limit int) string {
	harmless := plain.Line(text)
	if runes := []rune(harmless); len(runes) > limit {
		return string(runes[:limit]) + "…"
	}
	return harmless
}
