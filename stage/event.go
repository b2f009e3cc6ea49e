package stage

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf8"
)

// Event is an event that a process of a program reports: one line of the event file (fixtures/DRIVER.md, Events).
type Event struct {
	Event string         `json:"event"`
	Role  string         `json:"role,omitempty"`
	PID   int            `json:"pid"`
	PPID  int            `json:"ppid"`
	Time  float64        `json:"time"` // seconds since 1970, for the timeline; never judged
	Data  map[string]any `json:"data,omitempty"`
}

// Limits of an event file, which DRIVER.md sets.
const (
	maxLine       = 64 << 10 // bytes
	maxEvents     = 10_000   // lines
	maxEventBytes = 4 << 20  // of all lines
)

// parseEvent parses one line, without its line end, of the run with the token.
func parseEvent(line []byte, token string) (Event, error) {
	var e struct {
		Event
		Run *string `json:"run"`
	}
	switch {
	case len(line) > maxLine:
		return Event{}, fmt.Errorf("longer than %d bytes", maxLine)
	case !utf8.Valid(line):
		return Event{}, fmt.Errorf("invalid UTF-8: %.60q", line)
	case !json.Valid(line):
		return Event{}, fmt.Errorf("invalid JSON: %.60q", line)
	}
	if err := json.Unmarshal(line, &e); err != nil {
		return Event{}, fmt.Errorf("invalid event: %w", err)
	}
	switch {
	case e.Event.Event == "":
		return Event{}, fmt.Errorf("no event name: %.60q", line)
	case e.Run == nil || *e.Run != token:
		return Event{}, fmt.Errorf("event of another run: %.60q", line)
	case e.PID <= 0:
		return Event{}, fmt.Errorf("no process ID: %.60q", line)
	}
	return e.Event, nil
}

// eventReader parses an event file while processes append to it. It keeps an incomplete last line for later.
type eventReader struct {
	token     string
	rest      []byte // the incomplete last line
	lines     int
	lineBytes int   // of the complete lines
	read      int64 // bytes read from the file
	events    []Event
}

// add parses the bytes that were appended to the file. An error names the line. The events before that line stay.
func (r *eventReader) add(text []byte) error {
	r.rest = append(r.rest, text...)
	r.read += int64(len(text))
	for {
		line, rest, found := bytes.Cut(r.rest, []byte("\n"))
		if !found {
			if len(r.rest) > maxLine {
				return fmt.Errorf("line %d of the event file: longer than %d bytes", r.lines+1, maxLine)
			}
			return nil
		}
		r.rest = rest
		r.lines++
		r.lineBytes += len(line)
		switch {
		case r.lines > maxEvents:
			return fmt.Errorf("cap on events: the event file has more than %d lines", maxEvents)
		case r.lineBytes > maxEventBytes:
			return fmt.Errorf("cap on events: the event file has more than %d bytes", maxEventBytes)
		}
		event, err := parseEvent(line, r.token)
		if err != nil {
			return fmt.Errorf("line %d of the event file: %w", r.lines, err)
		}
		r.events = append(r.events, event)
	}
}

// checkComplete returns an error if the last line is incomplete.
func (r *eventReader) checkComplete() error {
	if len(r.rest) > 0 {
		return fmt.Errorf("line %d of the event file: incomplete: %.60q", r.lines+1, r.rest)
	}
	return nil
}
