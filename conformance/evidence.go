package conformance

import (
	"fmt"
	"strings"

	"github.com/singdance/singdance/stage"
)

// How much of a recording is shown; all of it is in the file.
const (
	mostTimeline = 30
	mostLines    = 12
)

// Evidence tells in lines what a recording holds: who ended how, the process tables, the timeline, and the last of what
// was printed.
func Evidence(r *stage.Recording) []string {
	lines := []string{fmt.Sprintf("program %s on %s, %s, on %s", r.Program, r.Implementation.ID, r.Method, r.System)}
	if r.Exit != nil {
		lines = append(lines, fmt.Sprintf("first process %d: %s", r.FirstPID, r.Exit))
	}
	if exits := told(r, "exit", main); len(exits) > 0 {
		lines = append(lines, fmt.Sprintf("main says of its children: %v", exits[len(exits)-1].Data["exitcodes"]))
	}
	for _, snapshot := range r.Snapshots {
		lines = append(lines, fmt.Sprintf("process table at %q, after %d events:", snapshot.Point, snapshot.Events))
		if len(snapshot.Processes) == 0 {
			lines = append(lines, "  nothing is left")
		}
		for _, p := range snapshot.Processes {
			lines = append(lines, fmt.Sprintf("  pid %d, parent %d, %s: %s", p.PID, p.PPID, p.State, shorten(strings.Join(append([]string{p.Name}, p.Command...), " "))))
		}
	}
	for _, p := range r.Survivors {
		lines = append(lines, fmt.Sprintf("had to be killed: pid %d, parent %d: %s", p.PID, p.PPID, p.Name))
	}
	lines = append(lines, "timeline:")
	for n, e := range r.Events {
		if n == mostTimeline {
			lines = append(lines, fmt.Sprintf("  … and %d more events", len(r.Events)-n))
			break
		}
		lines = append(lines, fmt.Sprintf("  %-7s %-5s pid %d, parent %d  %s", e.Event, e.Role, e.PID, e.PPID, shorten(fmt.Sprint(e.Data))))
	}
	lines = append(lines, tail("stdout", r.Stdout)...)
	return append(lines, tail("stderr", r.Stderr)...)
}

// tail is the last of what was printed, without control characters.
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
		lines = append(lines, "  "+shorten(line))
	}
	return lines
}

// oneLine is an assertion's message as one line.
func oneLine(text string) string {
	return shorten(strings.Join(strings.Fields(text), " "))
}

// shorten keeps a line readable and makes control characters harmless.
func shorten(text string) string {
	const most = 160
	clean := strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return ' '
		}
		return r
	}, text)
	if runes := []rune(clean); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return clean
}
