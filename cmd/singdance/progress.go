package main

import (
	"os"
	"time"

	"github.com/jedib0t/go-pretty/v6/progress"
	"golang.org/x/term"
)

// bar is a live progress line on standard error, if that is a terminal.
type bar struct {
	title   string
	writer  progress.Writer
	ended   chan struct{} // closed when drawing has ended
	tracker *progress.Tracker
}

// newProgress starts a progress line. steps is 0 if their number is unknown.
func newProgress(title string, steps int) *bar {
	if !term.IsTerminal(int(os.Stderr.Fd())) {
		return &bar{}
	}
	b := &bar{title: title, writer: progress.NewWriter(), ended: make(chan struct{}), tracker: &progress.Tracker{Message: title, Total: int64(steps)}}
	b.writer.SetOutputWriter(os.Stderr)
	b.writer.SetUpdateFrequency(100 * time.Millisecond)
	b.writer.SetMessageLength(70)
	b.writer.SetTrackerLength(20)
	b.writer.Style().Visibility.Percentage = steps > 0
	b.writer.AppendTracker(b.tracker)
	go func() {
		defer close(b.ended)
		b.writer.Render()
	}()
	return b
}

func (b *bar) step(message string) {
	if b.writer != nil {
		b.tracker.UpdateMessage(message)
		b.tracker.Increment(1)
	}
}

func (b *bar) stop() {
	if b.writer != nil {
		b.tracker.UpdateMessage(b.title)
		b.tracker.MarkAsDone()
		for ended := false; !ended; {
			b.writer.Stop() // does nothing until drawing has begun
			select {
			case <-b.ended:
				ended = true
			case <-time.After(time.Millisecond):
			}
		}
		b.writer = nil
	}
}
