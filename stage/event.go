package stage

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf8"
)

// Event is what a process of a program tells of itself: one line of the event file (fixtures/DRIVER.md, Events).
type Event struct {
	Event string         `json:"event"`
	Role  string         `json:"role,omitempty"`
	PID   int            `json:"pid"`
	PPID  int            `json:"ppid"`
	Time  float64        `json:"time"` // seconds since 1970; for the timeline, never judged
	Data  map[string]any `json:"data,omitempty"`
}

// Limits of an event file. A program that exceeds them breaks the contract of DRIVER.md.
const (
	maxLine       = 64 << 10 // bytes
	maxEvents     = 10_000   // lines
	maxEventBytes = 4 << 20  // of all lines
)

// parseEvent reads one line, without its line end, of the run with the token.
func parseEvent(line []byte, token string) (Event, error) {
	var e struct {
		Event
		Run *string `json:"run"`
	}
	switch {
	case len(line) > maxLine:
		return Event{}, fmt.Errorf("longer than %d bytes", maxLine)
	case !utf8.Valid(line):
		return Event{}, fmt.Errorf("not UTF-8: %.60q", line)
	case !json.Valid(line):
		return Event{}, fmt.Errorf("not JSON: %.60q", line)
	}
	if err := json.Unmarshal(line, &e); err != nil {
		return Event{}, fmt.Errorf("not an event: %w", err)
	}
	switch {
	case e.Event.Event == "":
		return Event{}, fmt.Errorf("no event's name: %.60q", line)
	case e.Run == nil || *e.Run != token:
		return Event{}, fmt.Errorf("not of this run: %.60q", line)
	case e.PID <= 0:
		return Event{}, fmt.Errorf("no process id: %.60q", line)
	}
	return e.Event, nil
}

// feed splits an event file that is still being written. What follows the last line end is kept for later.
type feed struct {
	token  string
	rest   []byte
	lines  int
	bytes  int   // of the lines that ended
	read   int64 // bytes
	events []Event
}

// add takes the bytes that were appended to the file. The error names the line and its fault; what came before stays.
func (f *feed) add(text []byte) error {
	f.rest = append(f.rest, text...)
	f.read += int64(len(text))
	for {
		line, rest, found := bytes.Cut(f.rest, []byte("\n"))
		if !found {
			if len(f.rest) > maxLine {
				return fmt.Errorf("line %d of the event file: longer than %d bytes", f.lines+1, maxLine)
			}
			return nil
		}
		f.rest = rest
		f.lines++
		f.bytes += len(line)
		switch {
		case f.lines > maxEvents:
			return fmt.Errorf("cap on events: the event file has more than %d lines", maxEvents)
		case f.bytes > maxEventBytes:
			return fmt.Errorf("cap on events: the event file has more than %d bytes", maxEventBytes)
		}
		event, err := parseEvent(line, f.token)
		if err != nil {
			return fmt.Errorf("line %d of the event file: %w", f.lines, err)
		}
		f.events = append(f.events, event)
	}
}

// end says whether the file ended in the middle of a line.
func (f *feed) end() error {
	if len(f.rest) > 0 {
		return fmt.Errorf("line %d of the event file: cut off: %.60q", f.lines+1, f.rest)
	}
	return nil
}
