package stage

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/platform"
)

// RecordingSchema is the version of the recording's format.
const RecordingSchema = 1

// maxRecording is the largest file, in bytes, that is read as a recording.
const maxRecording = 64 << 20

// Outcome says how a performance came to its end.
type Outcome string

// The outcomes.
const (
	Ended   Outcome = "ended"   // the program ended by itself
	Crashed Outcome = "crash"   // it could not be started, was killed, said nothing, hit a cap, or broke the contract
	Timeout Outcome = "timeout" // it had not ended at the deadline
	Stopped Outcome = "stopped" // the user stopped the run
	InternalError  Outcome = "error"   // the stage itself failed
)

// Snapshot is the process table of a run, read while its processes were held still by a cue, or at another point.
type Snapshot struct {
	Point     string             `json:"point"`  // the cue's name, or one of the points below
	Events    int                `json:"events"` // how many events had been told before it was taken
	Processes []platform.Process `json:"processes"`
}

// Points of snapshots that are not cues.
const (
	PointExit     = "exit"     // the first process had ended
	PointDeadline = "deadline" // the deadline was reached
	PointCap      = "cap"      // a cap was reached
)

// Limits of a process table in a recording, which hold what a program makes of it: its size is all that they touch.
const (
	maxTable   = 1000 // rows
	maxCommand = 2000 // bytes of one argument vector, each argument with its end
)

// bounded cuts a process table that is beyond the limits.
func bounded(processes []platform.Process) []platform.Process {
	processes = processes[:min(len(processes), maxTable)]
	for n := range processes {
		room := maxCommand
		for m, argument := range processes[n].Command {
			if room -= len(argument) + 1; room < 0 {
				processes[n].Command = append(processes[n].Command[:m:m], "…")
				break
			}
		}
	}
	return processes
}

// Recording is everything that was observed of one run of one program. Behaviors are judged on it alone.
type Recording struct {
	Schema         int                           `json:"schema"`
	Implementation implementation.Implementation `json:"implementation"`
	Method         string                        `json:"method"`
	Program        string                        `json:"program"`
	Run            string                        `json:"run,omitempty"` // which run it is of: the same in all of one stage
	System         string                        `json:"system"`        // platform.Describe
	Beats          int                           `json:"beats"`

	Outcome Outcome `json:"outcome"`
	Reason  string  `json:"reason,omitempty"` // of an outcome other than ended

	FirstPID  int                `json:"first_pid"`        // the process that the stage started
	Exit      *platform.Exit     `json:"exit,omitempty"`   // how it ended, as the operating system says
	Events    []Event            `json:"events,omitempty"` // in the order in which they were told
	EventsAtExit    int                `json:"events_at_exit"`   // how many of them had been told when the first process had ended
	Snapshots []Snapshot         `json:"snapshots,omitempty"`
	Survivors []platform.Process `json:"survivors,omitempty"` // what had to be killed
	Stdout    string             `json:"stdout"`
	Stderr    string             `json:"stderr"`

	Started time.Time `json:"started"`
	Seconds float64   `json:"seconds"` // wall time; never judged
}

// Snapshot returns the process table at the point, and whether it was read.
func (r *Recording) Snapshot(point string) (Snapshot, bool) {
	n := slices.IndexFunc(r.Snapshots, func(s Snapshot) bool { return s.Point == point })
	if n < 0 {
		return Snapshot{}, false
	}
	return r.Snapshots[n], true
}

// Save writes the recording to a file, whole or not at all, and makes the folders that lead to it.
func (r *Recording) Save(path string) error {
	text, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		return err
	}
	return WriteFile(path, append(text, '\n'))
}

// WriteFile writes a file under another name and then gives it its own, so that no reader ever sees half of it. It makes
// the folders that lead to it.
func WriteFile(path string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".writing-*")
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	err = errors.Join(err, file.Chmod(0o644), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(file.Name()))
	}
	return nil
}

// Load reads a recording. The error says which file and line, and what is wrong with it.
func Load(path string) (*Recording, error) {
	text, err := ReadFile(path, maxRecording)
	if err != nil {
		return nil, err
	}
	return decode(path, text)
}

// ReadFile reads a file that is not larger than so many bytes.
func ReadFile(path string, most int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, most+1))
	if err != nil {
		return nil, err
	}
	if int64(len(text)) > most {
		return nil, fmt.Errorf("%s is larger than %d bytes, which nothing is that singdance writes", path, most)
	}
	return text, nil
}

// decode reads a recording from the text of a file.
func decode(path string, text []byte) (*Recording, error) {
	// The version goes first: what another version means by the other fields is not known.
	var version struct {
		Schema int `json:"schema"`
	}
	if err := json.Unmarshal(text, &version); err != nil {
		return nil, fmt.Errorf("%s:%d: not a whole recording: %w", path, JSONErrorLine(text, err), err)
	}
	if version.Schema != RecordingSchema {
		return nil, fmt.Errorf("%s is a recording of schema %d; this program reads schema %d", path, version.Schema, RecordingSchema)
	}
	var r Recording
	if err := json.Unmarshal(text, &r); err != nil {
		return nil, fmt.Errorf("%s:%d: not a whole recording: %w", path, JSONErrorLine(text, err), err)
	}
	return &r, nil
}

// JSONErrorLine returns the line of a JSON text in which a decoder found an error; the first one where it does not say.
func JSONErrorLine(text []byte, err error) int {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	var offset int64
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &kind):
		offset = kind.Offset
	}
	return 1 + bytes.Count(text[:max(0, min(offset, int64(len(text))))], []byte("\n"))
}
