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

// Task is one program to be performed with one start method of one implementation.
type Task struct {
	Implementation implementation.Implementation
	Method         string
	Program        string
}

// The time between two looks at the event file: what a cue may come late, and what the suite costs. It is short while a
// process waits for a cue, or the end of the run is waited for.
const (
	look      = 10 * time.Millisecond
	shortLook = 2 * time.Millisecond
)

// Run runs one program to its end and returns what was observed. Whatever the program does, nothing of it is alive
// and nothing of it is on disk afterwards. Canceling the context ends it with the outcome stopped.
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
	p := &performance{stage: s, Recording: recording, given: map[string]bool{}}
	if err := p.perform(ctx); err != nil {
		p.breakOff(err)
	}
	recording.Seconds = time.Since(recording.Started).Seconds()
	return recording
}

// performance is a run of one program while it goes on.
type performance struct {
	*Recording
	stage     *Stage
	run       *run
	container *platform.Container
	stdout    output
	stderr    output
	caps      caps
	file      *os.File // the event file
	feed      feed
	heard     int           // how many events there were when cues were given last
	buffer    [4 << 10]byte // of one read
	given     map[string]bool
}

// fault is what the program did wrong, unlike a failure of the stage's own.
type fault struct{ error }

func outcomeOf(err error) Outcome {
	if errors.As(err, new(fault)) {
		return Crashed
	}
	return InternalError
}

// fail sets the outcome; the first one stays, because what follows is its consequence.
func (p *performance) fail(outcome Outcome, reason string) {
	if p.Outcome == Ended {
		p.Outcome, p.Reason = outcome, reason
	}
}

// breakOff sets the outcome of a failure of the stage's own, which overrules what the program did: something of it may be
// alive, or left on disk.
func (p *performance) breakOff(err error) {
	reason := err.Error()
	if p.Outcome != Ended {
		reason = p.Reason + "; " + reason
	}
	p.Outcome, p.Reason = InternalError, reason
}

// lookForRoom overrules what a program did on a full disk, whether it noticed or not.
func (p *performance) lookForRoom() {
	if p.Outcome == Stopped {
		return
	}
	if reason, own := p.run.full(); own {
		p.Outcome, p.Reason = Crashed, reason
	} else if reason != "" {
		p.Outcome, p.Reason = InternalError, reason
	}
}

func (p *performance) perform(ctx context.Context) (err error) {
	if p.run, err = p.stage.newRun(); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, platform.RemoveAll(p.run.folder)) }()
	defer p.lookForRoom()
	p.feed.token = p.run.token
	if p.stdout, err = p.run.output("stdout"); err != nil {
		return err
	}
	defer p.stdout.Close()
	if p.stderr, err = p.run.output("stderr"); err != nil {
		return err
	}
	defer p.stderr.Close()
	// Made here and kept open, so that no program can make something else of it that cannot be read to an end.
	if p.file, err = os.OpenFile(p.run.events(), os.O_CREATE|os.O_RDONLY, 0o600); err != nil {
		return err
	}
	defer p.file.Close()

	if p.container, err = platform.Start(p.command(), p.run.token); err != nil {
		if platform.Shortage(err) {
			return err
		}
		p.fail(Crashed, "it cannot be started: "+err.Error())
		return nil
	}
	defer p.stage.guard.Watch(p.container)()
	defer func() { err = errors.Join(err, p.container.Close()) }()
	p.caps = p.run.caps(p.container, p.stdout, p.stderr)
	p.FirstPID = p.container.PID()
	return errors.Join(p.watch(ctx), p.collect())
}

func (p *performance) command() *exec.Cmd {
	words := p.Implementation.Command(p.Program)
	command := exec.Command(words[0], words[1:]...)
	command.Dir = p.run.work()
	command.Stdout, command.Stderr = p.stdout.File, p.stderr.File
	if p.stage.options.Live {
		command.Stdout, command.Stderr = os.Stdout, os.Stderr
	}
	command.Env = p.run.environment(
		"SINGDANCE_MODULE="+p.Implementation.Module,
		"SINGDANCE_METHOD="+p.Method,
		"SINGDANCE_EVENTS="+p.run.events(),
		"SINGDANCE_CUES="+p.run.cues(),
		"SINGDANCE_BEATS="+strconv.Itoa(p.Beats),
		"SINGDANCE_BEAT="+strconv.FormatFloat(p.stage.options.Beat.Seconds(), 'f', -1, 64),
	)
	return command
}

// end is that of the first process.
type end struct {
	exit platform.Exit
	err  error
}

// watch gives the cues until nothing of the run is alive, or until it has to be ended.
func (p *performance) watch(ctx context.Context) error {
	ended := make(chan end, 1)
	go func() {
		exit, err := p.container.Wait()
		ended <- end{exit, err}
	}()
	deadline := time.NewTimer(p.stage.deadline())
	defer deadline.Stop()
	ticker := time.NewTicker(look)
	defer ticker.Stop()
	short := false
	for {
		select {
		case end := <-ended:
			if end.err != nil {
				return end.err
			}
			p.Exit = &end.exit
			if ctx.Err() != nil { // what stops the suite may have reached the program as well
				return p.abandon(nil, Stopped, "the run was stopped", "")
			}
			ticker.Reset(shortLook)
			return p.afterExit(ctx, deadline.C, ticker)
		case <-ctx.Done():
			return p.abandon(ended, Stopped, "the run was stopped", "")
		case <-deadline.C:
			return p.abandon(ended, Timeout, fmt.Sprintf("it had not ended after %s", p.stage.deadline()), PointDeadline)
		case <-ticker.C:
		}
		if over, err := p.attend(ended); over {
			return err
		}
		if waited := p.waited(); waited != short {
			short = waited
			ticker.Reset(map[bool]time.Duration{false: look, true: shortLook}[short])
		}
	}
}

// waited says whether a process waits for a cue.
func (p *performance) waited() bool {
	return slices.ContainsFunc(p.feed.events, func(e Event) bool {
		return e.Event == "ask" && !p.given[text(e, "cue")]
	})
}

// attend takes in what was told, gives the cues that are due, and looks at the caps. over says that the run was ended.
func (p *performance) attend(ended <-chan end) (over bool, err error) {
	if err = p.read(); err == nil {
		err = p.giveCues()
	}
	if err != nil {
		return true, p.abandon(ended, outcomeOf(err), err.Error(), PointCap)
	}
	reason, err := p.caps.exceeded()
	switch {
	case err != nil:
		return true, p.abandon(ended, InternalError, err.Error(), "")
	case reason != "":
		return true, p.abandon(ended, Crashed, reason, PointCap)
	}
	return false, nil
}

// afterExit waits until the helpers of the first process, which has ended, have ended as well. Cues are still given:
// children that their parent did not wait for shall come to their end and tell of it.
func (p *performance) afterExit(ctx context.Context, deadline <-chan time.Time, ticker *time.Ticker) error {
	if err := p.read(); err != nil {
		p.fail(outcomeOf(err), err.Error())
	}
	p.EventsAtExit = len(p.feed.events)
	empty, err := p.container.Empty()
	if err != nil {
		return err
	}
	if !empty {
		if err := p.snapshot(PointExit); err != nil {
			return err
		}
	} else {
		p.Snapshots = append(p.Snapshots, Snapshot{Point: PointExit, Events: p.EventsAtExit})
	}
	for !empty {
		select {
		case <-ctx.Done():
			return p.abandon(nil, Stopped, "the run was stopped", "")
		case <-deadline:
			return p.outlived()
		case <-ticker.C:
		}
		if over, err := p.attend(nil); over {
			return err
		}
		if empty, err = p.container.Empty(); err != nil {
			return err
		}
	}
	return nil
}

// outlived records what outlives the first process until the deadline: evidence, not a timeout of the program.
func (p *performance) outlived() error {
	alive, err := p.container.Processes()
	if err != nil {
		return err
	}
	for _, process := range alive {
		if process.State == platform.Alive {
			p.Survivors = append(p.Survivors, process)
		}
	}
	p.Survivors = bounded(p.Survivors)
	return p.container.Kill()
}

// abandon ends a run that did not end by itself, with the process table at that point as evidence. ended tells of the
// first process's end; it is nil if that was before. A process that cannot be killed is not waited for: it hangs in the
// kernel, or somebody else traces it.
func (p *performance) abandon(ended <-chan end, outcome Outcome, reason, point string) error {
	p.fail(outcome, reason)
	var err error
	if point != "" {
		p.container.Freeze() // what is a bomb must not grow while it is looked at
		err = p.snapshot(point)
	}
	killed := p.container.Kill() == nil // if not, closing the container tells why
	if ended != nil {
		p.EventsAtExit = len(p.feed.events)
	}
	if ended != nil && killed {
		end := <-ended
		p.Exit = &end.exit
		err = errors.Join(err, end.err)
	}
	return err
}

// read takes what was appended to the event file since the last look.
func (p *performance) read() error {
	for {
		n, err := p.file.Read(p.buffer[:])
		if n > 0 {
			if err := p.feed.add(p.buffer[:n]); err != nil {
				return fault{err}
			}
		}
		if errors.Is(err, io.EOF) {
			return p.whole()
		} else if err != nil {
			return err
		}
	}
}

// whole looks whether the event file still has all that was read of it.
func (p *performance) whole() error {
	info, err := p.file.Stat()
	if err != nil {
		return err
	}
	if info.Size() < p.feed.read {
		return fault{errors.New("the event file has become shorter than it was")}
	}
	return nil
}

// giveCues reads the process table and lets those go on whose cue is due. Only what was told since the last time can have
// made one due.
func (p *performance) giveCues() error {
	if len(p.feed.events) == p.heard {
		return nil
	}
	p.heard = len(p.feed.events)
	cues, err := due(p.feed.events, p.given)
	if err != nil {
		return fault{err}
	}
	for _, cue := range cues {
		if len(p.given) == maxCues {
			return fault{fmt.Errorf("cap on cues: it asked for more than %d", maxCues)}
		}
		if err := p.snapshot(cue.name); err != nil {
			return err
		}
		p.given[cue.name] = true
		switch err := p.run.give(cue.name); {
		case platform.Shortage(err):
			return err
		case err != nil: // the program has made something else of the folder
			return fault{fmt.Errorf("the cue %s cannot be given any more: %w", cue.name, err)}
		}
	}
	return nil
}

func (p *performance) snapshot(point string) error {
	processes, err := p.container.Processes()
	if err != nil {
		return err
	}
	p.Snapshots = append(p.Snapshots, Snapshot{Point: point, Events: len(p.feed.events), Processes: bounded(processes)})
	return nil
}

// collect completes the recording once nothing of the run is alive.
func (p *performance) collect() (err error) {
	if err := p.read(); err != nil {
		p.fail(outcomeOf(err), err.Error())
	} else if err := p.feed.end(); err != nil {
		p.fail(Crashed, err.Error())
	} else if _, err := due(p.feed.events, p.given); err != nil { // asked for as its last deed, and so not looked at yet
		p.fail(Crashed, err.Error())
	}
	p.Events = p.feed.events
	if p.Stdout, err = p.stdout.text(); err != nil {
		return err
	}
	if p.Stderr, err = p.stderr.text(); err != nil {
		return err
	}
	switch {
	case p.Exit != nil && p.Exit.Signal != "":
		p.fail(Crashed, "its first process was "+p.Exit.String())
	case len(p.Events) == 0:
		p.fail(Crashed, fmt.Sprintf("it told no event and ended with %s: %s", p.Exit, complaint(p.Stderr)))
	}
	return nil
}

// complaint is what a text on standard error comes down to: its first line, or of Python's traceback the last. It is
// short and without control characters, because it becomes a part of a sentence.
func complaint(text string) string {
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
	if len(lines) == 0 {
		return "nothing on standard error"
	}
	line := lines[0]
	if strings.Contains(text, "Traceback (most recent call last)") {
		line = lines[len(lines)-1]
	}
	line = strings.TrimSpace(plain.Line(line))
	const most = 300
	if runes := []rune(line); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return line
}
