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

// RecordingSchema is the version of the format of recordings.
const RecordingSchema = 1

// maxRecording is the largest size of a recording, in bytes.
const maxRecording = 64 << 20

// Outcome is how a run ended.
type Outcome string

// The outcomes of a run.
const (
	Ended         Outcome = "ended"   // the program ended by itself
	Crashed       Outcome = "crash"   // it could not be started, was killed, reported no event, exceeded a cap, or broke the rules of DRIVER.md
	Timeout       Outcome = "timeout" // it did not end before the deadline
	Stopped       Outcome = "stopped" // the user stopped the run
	InternalError Outcome = "error"   // the stage itself failed
)

// Snapshot is the process table of a run at one point: while processes wait for a cue, or at one of the points below.
type Snapshot struct {
	Point     string             `json:"point"`  // the name of the cue, or PointExit, PointDeadline or PointCap
	Events    int                `json:"events"` // the number of events that were reported before
	Processes []platform.Process `json:"processes"`
}

// Points of snapshots that are not cues.
const (
	PointExit     = "exit"     // after the first process ended
	PointDeadline = "deadline" // when the deadline was reached
	PointCap      = "cap"      // when the stage ended the run because of a cap, or because the program broke the rules of DRIVER.md
)

// Limits of a process table in a recording, so that a program cannot make the recording arbitrarily large.
const (
	maxTable   = 1000 // rows
	maxCommand = 2000 // bytes of the arguments of one process, plus one for each argument
)

// limitTable cuts a process table to the limits.
func limitTable(processes []platform.Process) []platform.Process {
	processes = processes[:min(len(processes), maxTable)]
	for n := range processes {
		left := maxCommand
		for m, argument := range processes[n].Command {
			if left -= len(argument) + 1; left < 0 {
				processes[n].Command = append(processes[n].Command[:m:m], "…")
				break
			}
		}
	}
	return processes
}

// Recording is everything that was observed of one run of one program. Behaviors are judged on nothing else.
type Recording struct {
	Schema         int                           `json:"schema"`
	Implementation implementation.Implementation `json:"implementation"`
	Method         string                        `json:"method"`
	Program        string                        `json:"program"`
	Run            string                        `json:"run,omitempty"` // identifies the stage that made the recording
	System         string                        `json:"system"`        // from platform.Describe
	Beats          int                           `json:"beats"`

	Outcome Outcome `json:"outcome"`
	Reason  string  `json:"reason,omitempty"` // why the outcome is not Ended

	FirstPID     int                `json:"first_pid"`        // the process that the stage started
	Exit         *platform.Exit     `json:"exit,omitempty"`   // the exit status of the first process
	Events       []Event            `json:"events,omitempty"` // in the order in which they were reported
	EventsAtExit int                `json:"events_at_exit"`   // the number of events when the first process had ended
	Snapshots    []Snapshot         `json:"snapshots,omitempty"`
	Survivors    []platform.Process `json:"survivors,omitempty"` // the processes that the stage had to kill at the deadline
	Stdout       string             `json:"stdout"`
	Stderr       string             `json:"stderr"`

	Started time.Time `json:"started"`
	Seconds float64   `json:"seconds"` // wall-clock time; never judged
}

// Key returns what identifies the task whose run was recorded.
func (r *Recording) Key() TaskKey { return TaskKey{r.Implementation.ID, r.Method, r.Program} }

// Snapshot returns the snapshot at a point, and reports whether there is one.
func (r *Recording) Snapshot(point string) (Snapshot, bool) {
	n := slices.IndexFunc(r.Snapshots, func(s Snapshot) bool { return s.Point == point })
	if n < 0 {
		return Snapshot{}, false
	}
	return r.Snapshots[n], true
}

// Save writes the recording to a file with WriteFile.
func (r *Recording) Save(path string) error {
	text, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		return err
	}
	return WriteFile(path, append(text, '\n'))
}

// WriteFile writes a file, and creates its folder if there is none. It writes to another name first and then renames the
// file, so that a reader never sees an incomplete file.
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

// Load reads a recording from a file. If the file is not a recording, the error names the file and, if possible, the line.
func Load(path string) (*Recording, error) {
	text, err := ReadFile(path, maxRecording)
	if err != nil {
		return nil, err
	}
	return decode(path, text)
}

// ReadFile reads a file that has at most limit bytes. It fails if the file is larger.
func ReadFile(path string, limit int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(text)) > limit {
		return nil, fmt.Errorf("%s is larger than %d bytes: too large to be a singdance file", path, limit)
	}
	return text, nil
}

// decode decodes the text of a recording. Errors name the path.
func decode(path string, text []byte) (*Recording, error) {
	// Check the schema first, because other schemas may use the other fields differently.
	var version struct {
		Schema int `json:"schema"`
	}
	if err := json.Unmarshal(text, &version); err != nil {
		return nil, fmt.Errorf("%s:%d: not a complete recording: %w", path, JSONErrorLine(text, err), err)
	}
	if version.Schema != RecordingSchema {
		return nil, fmt.Errorf("%s is a recording of schema %d; this version of singdance reads schema %d", path, version.Schema, RecordingSchema)
	}
	var r Recording
	if err := json.Unmarshal(text, &r); err != nil {
		return nil, fmt.Errorf("%s:%d: not a complete recording: %w", path, JSONErrorLine(text, err), err)
	}
	return &r, nil
}

// JSONErrorLine returns the number of the line in which json.Unmarshal found an error, or 1 if the error does not say.
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
