package stage

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/internal/plain"
	"github.com/singdance/singdance/platform"
)

// Task is a program to run with a start method of an implementation.
type Task struct {
	Implementation implementation.Implementation
	Method         string
	Program        string
}

// TaskKey identifies a task, and the recordings of it. It can be a key of a map.
type TaskKey struct{ Implementation, Method, Program string }

// Key returns what identifies the task.
func (t Task) Key() TaskKey { return TaskKey{t.Implementation.ID, t.Method, t.Program} }

// The time between two reads of the event file. The short interval is used while a process waits for a cue, or after the
// first process has ended. A longer interval delays cues. A shorter one costs more CPU time.
const (
	pollInterval      = 10 * time.Millisecond
	shortPollInterval = 2 * time.Millisecond
)

// Run runs a program until it ends, and returns its recording. Afterwards no process of the run is alive and none of its
// files is left, whatever the program does. If the context ends, Run ends the program, with the outcome Stopped.
func (s *Stage) Run(ctx context.Context, task Task) *Recording {
	recording := &Recording{
		Schema:         RecordingSchema,
		Implementation: task.Implementation,
		Method:         task.Method,
		Program:        task.Program,
		Run:            s.id,
		System:         s.system,
		Beats:          s.options.Beats,
		Outcome:        Ended,
		Started:        time.Now().UTC(),
	}
	r := &runner{stage: s, Recording: recording, given: map[string]bool{}}
	if err := r.run(ctx); err != nil {
		r.failInternally(err)
	}
	recording.Seconds = time.Since(recording.Started).Seconds()
	return recording
}

// runner runs one program and completes its recording.
type runner struct {
	*Recording
	stage      *Stage
	folder     *runFolder
	container  *platform.Container
	stdout     output
	stderr     output
	caps       caps
	file       *os.File // the event file
	reader     eventReader
	eventsSeen int           // the number of events when giveCues last looked for cues
	buffer     [4 << 10]byte // for reads of the event file
	given      map[string]bool
}

// programError is an error that the program caused. All other errors are failures of the stage.
type programError struct{ error }

func outcomeOf(err error) Outcome {
	if errors.As(err, new(programError)) {
		return Crashed
	}
	return InternalError
}

// fail sets the outcome and the reason. Later calls change nothing, because the first failure causes the others.
func (r *runner) fail(outcome Outcome, reason string) {
	if r.Outcome == Ended {
		r.Outcome, r.Reason = outcome, reason
	}
}

// failInternally sets the outcome to InternalError. This replaces any other outcome, because processes or files of the
// program may be left.
func (r *runner) failInternally(err error) {
	reason := err.Error()
	if r.Outcome != Ended {
		reason = r.Reason + "; " + reason
	}
	r.Outcome, r.Reason = InternalError, reason
}

// checkDisk replaces the outcome if the disk is full, whether or not the program noticed that.
func (r *runner) checkDisk() {
	if r.Outcome == Stopped {
		return
	}
	if reason, byProgram := r.folder.diskFull(); byProgram {
		r.Outcome, r.Reason = Crashed, reason
	} else if reason != "" {
		r.Outcome, r.Reason = InternalError, reason
	}
}

func (r *runner) run(ctx context.Context) (err error) {
	if r.folder, err = r.stage.newRunFolder(); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, platform.RemoveAll(r.folder.path)) }()
	defer r.checkDisk()
	r.reader.token = r.folder.token
	if r.stdout, err = r.folder.newOutput("stdout"); err != nil {
		return err
	}
	defer r.stdout.Close()
	if r.stderr, err = r.folder.newOutput("stderr"); err != nil {
		return err
	}
	defer r.stderr.Close()
	// The stage creates the event file and keeps it open, so that a program cannot replace it with, for example, a named pipe.
	if r.file, err = os.OpenFile(r.folder.events(), os.O_CREATE|os.O_RDONLY, 0o600); err != nil {
		return err
	}
	defer r.file.Close()

	if r.container, err = platform.Start(r.command(), r.folder.token); err != nil {
		if platform.Shortage(err) {
			return err
		}
		r.fail(Crashed, "the program could not be started: "+err.Error())
		return nil
	}
	defer r.stage.guard.Watch(r.container)()
	defer func() { err = errors.Join(err, r.container.Close()) }()
	r.caps = r.folder.newCaps(r.container, r.stdout, r.stderr)
	r.FirstPID = r.container.PID()
	return errors.Join(r.watch(ctx), r.collect())
}

func (r *runner) command() *exec.Cmd {
	words := r.Implementation.Command(r.Program)
	command := exec.Command(words[0], words[1:]...)
	command.Dir = r.folder.work()
	command.Stdout, command.Stderr = r.stdout.File, r.stderr.File
	if r.stage.options.Live {
		command.Stdout, command.Stderr = os.Stdout, os.Stderr
	}
	command.Env = r.folder.environment(
		"SINGDANCE_MODULE="+r.Implementation.Module,
		"SINGDANCE_METHOD="+r.Method,
		"SINGDANCE_EVENTS="+r.folder.events(),
		"SINGDANCE_CUES="+r.folder.cues(),
		"SINGDANCE_BEATS="+strconv.Itoa(r.Beats),
		"SINGDANCE_BEAT="+strconv.FormatFloat(r.stage.options.Beat.Seconds(), 'f', -1, 64),
	)
	return command
}

// firstExit is the result of waiting for the first process of a container.
type firstExit struct {
	exit platform.Exit
	err  error
}

// waitInBackground waits for the first process of a container and sends its exit status to the channel.
func waitInBackground(container *platform.Container) <-chan firstExit {
	ended := make(chan firstExit, 1)
	go func() {
		exit, err := container.Wait()
		ended <- firstExit{exit, err}
	}()
	return ended
}

// watch reads events and gives cues until no process of the run is left, or until the run must be aborted.
func (r *runner) watch(ctx context.Context) error {
	ended := waitInBackground(r.container)
	deadline := time.NewTimer(r.stage.deadline())
	defer deadline.Stop()
	ticker := time.NewTicker(pollInterval)
	defer ticker.Stop()
	short := false
	for {
		select {
		case first := <-ended:
			if first.err != nil {
				return first.err
			}
			r.Exit = &first.exit
			if ctx.Err() != nil { // the signal that stopped the suite may have ended the program too
				return r.abort(nil, Stopped, "the run was stopped", "")
			}
			ticker.Reset(shortPollInterval)
			return r.watchAfterExit(ctx, deadline.C, ticker)
		case <-ctx.Done():
			return r.abort(ended, Stopped, "the run was stopped", "")
		case <-deadline.C:
			return r.abort(ended, Timeout, fmt.Sprintf("the program did not end within %s", r.stage.deadline()), PointDeadline)
		case <-ticker.C:
		}
		if aborted, err := r.poll(ended); aborted {
			return err
		}
		if waiting := r.processWaits(); waiting != short {
			short = waiting
			ticker.Reset(map[bool]time.Duration{false: pollInterval, true: shortPollInterval}[short])
		}
	}
}

// processWaits reports whether a process waits for a cue.
func (r *runner) processWaits() bool {
	return slices.ContainsFunc(r.reader.events, func(e Event) bool {
		return e.Event == "ask" && !r.given[dataString(e, "cue")]
	})
}

// poll reads new events, gives the cues that are due, and checks the caps. It reports whether it aborted the run.
func (r *runner) poll(ended <-chan firstExit) (aborted bool, err error) {
	if err = r.readEvents(); err == nil {
		err = r.giveCues()
	}
	if err != nil {
		return true, r.abort(ended, outcomeOf(err), err.Error(), PointCap)
	}
	reason, err := r.caps.exceeded()
	switch {
	case err != nil:
		return true, r.abort(ended, InternalError, err.Error(), "")
	case reason != "":
		return true, r.abort(ended, Crashed, reason, PointCap)
	}
	return false, nil
}

// watchAfterExit waits until all other processes end, after the first process has ended. It still gives cues, so that
// children for which their parent did not wait can end and report events.
func (r *runner) watchAfterExit(ctx context.Context, deadline <-chan time.Time, ticker *time.Ticker) error {
	if err := r.readEvents(); err != nil {
		r.fail(outcomeOf(err), err.Error())
	}
	r.EventsAtExit = len(r.reader.events)
	empty, err := r.container.Empty()
	if err != nil {
		return err
	}
	if !empty {
		if err := r.snapshot(PointExit); err != nil {
			return err
		}
	} else {
		r.Snapshots = append(r.Snapshots, Snapshot{Point: PointExit, Events: r.EventsAtExit})
	}
	for !empty {
		select {
		case <-ctx.Done():
			return r.abort(nil, Stopped, "the run was stopped", "")
		case <-deadline:
			return r.killSurvivors()
		case <-ticker.C:
		}
		if aborted, err := r.poll(nil); aborted {
			return err
		}
		if empty, err = r.container.Empty(); err != nil {
			return err
		}
	}
	return nil
}

// killSurvivors records the processes that are alive at the deadline although the first process has ended, and kills them.
// This is evidence for behaviors. The outcome is not Timeout.
func (r *runner) killSurvivors() error {
	processes, err := r.container.Processes()
	if err != nil {
		return err
	}
	for _, process := range processes {
		if process.State == platform.Alive {
			r.Survivors = append(r.Survivors, process)
		}
	}
	r.Survivors = limitTable(r.Survivors)
	return r.container.Kill()
}

// abort kills all processes of a run. If point is not empty, it records the process table first, as evidence. ended
// receives the end of the first process; it is nil if that process has ended before. abort does not wait for a process
// that cannot be killed because it hangs in the kernel or another process traces it.
func (r *runner) abort(ended <-chan firstExit, outcome Outcome, reason, point string) error {
	r.fail(outcome, reason)
	var err error
	if point != "" {
		r.container.Freeze() // otherwise a fork bomb would grow while its process table is read
		err = r.snapshot(point)
	}
	killed := r.container.Kill() == nil // if this fails, closing the container returns the error
	if ended != nil {
		r.EventsAtExit = len(r.reader.events)
	}
	if ended != nil && killed {
		first := <-ended
		r.Exit = &first.exit
		err = errors.Join(err, first.err)
	}
	return err
}

// readEvents reads what was appended to the event file since the last call.
func (r *runner) readEvents() error {
	for {
		n, err := r.file.Read(r.buffer[:])
		if n > 0 {
			if err := r.reader.add(r.buffer[:n]); err != nil {
				return programError{err}
			}
		}
		if errors.Is(err, io.EOF) {
			return r.checkNotTruncated()
		} else if err != nil {
			return err
		}
	}
}

// checkNotTruncated returns an error if the event file is shorter than what was read of it.
func (r *runner) checkNotTruncated() error {
	info, err := r.file.Stat()
	if err != nil {
		return err
	}
	if info.Size() < r.reader.read {
		return programError{errors.New("the event file became shorter: a process truncated it")}
	}
	return nil
}

// giveCues records the process table for each cue that is due, and then gives the cue. Without new events since the last
// call, no further cue can be due.
func (r *runner) giveCues() error {
	if len(r.reader.events) == r.eventsSeen {
		return nil
	}
	r.eventsSeen = len(r.reader.events)
	cues, err := dueCues(r.reader.events, r.given)
	if err != nil {
		return programError{err}
	}
	for _, cue := range cues {
		if len(r.given) == maxCues {
			return programError{fmt.Errorf("cap on cues: the program asked for more than %d cues", maxCues)}
		}
		if err := r.snapshot(cue.name); err != nil {
			return err
		}
		r.given[cue.name] = true
		switch err := r.folder.giveCue(cue.name); {
		case platform.Shortage(err):
			return err
		case err != nil: // the program deleted or replaced the folder
			return programError{fmt.Errorf("cannot give the cue %s: %w", cue.name, err)}
		}
	}
	return nil
}

func (r *runner) snapshot(point string) error {
	processes, err := r.container.Processes()
	if err != nil {
		return err
	}
	r.Snapshots = append(r.Snapshots, Snapshot{Point: point, Events: len(r.reader.events), Processes: limitTable(processes)})
	return nil
}

// collect completes the recording after all processes of the run have ended.
func (r *runner) collect() (err error) {
	if err := r.readEvents(); err != nil {
		r.fail(outcomeOf(err), err.Error())
	} else if err := r.reader.checkComplete(); err != nil {
		r.fail(Crashed, err.Error())
	} else if _, err := dueCues(r.reader.events, r.given); err != nil { // the last events may ask for an invalid cue
		r.fail(Crashed, err.Error())
	}
	r.Events = r.reader.events
	if r.Stdout, err = r.stdout.text(); err != nil {
		return err
	}
	if r.Stderr, err = r.stderr.text(); err != nil {
		return err
	}
	switch {
	case r.Exit != nil && r.Exit.Signal != "":
		r.fail(Crashed, "the program's first process was "+r.Exit.String())
	case len(r.Events) == 0:
		r.fail(Crashed, fmt.Sprintf("the program reported no event and ended with %s: %s", r.Exit, errorLine(r.Stderr)))
	}
	return nil
}

// errorLine returns the most informative line of a standard error output: the last line of a Python traceback, otherwise
// the first line. It shortens the line and removes control characters, so that the line can be part of a sentence.
func errorLine(text string) string {
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
	if len(lines) == 0 {
		return "nothing on standard error"
	}
	line := lines[0]
	if strings.Contains(text, "Traceback (most recent call last)") {
		line = lines[len(lines)-1]
	}
	line = strings.TrimSpace(plain.Line(line))
	const limit = 300
	if runes := []rune(line); len(runes) > limit {
		return string(runes[:limit]) + "…"
	}
	return line
}
