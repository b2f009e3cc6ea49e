package main

import (
	"os"
	"time"

	"github.com/jedib0t/go-pretty/v6/progress"
	"golang.org/x/term"
)

// bar is a live line on standard error, where that is a terminal.
type bar struct {
	title   string
	writer  progress.Writer
	ended   chan struct{} // closed when nothing is drawn any more
	tracker *progress.Tracker
}

// newProgress begins a line of so many steps; of an unknown number if it is 0.
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
			b.writer.Stop() // which does nothing as long as the drawing has not begun
			select {
			case <-b.ended:
				ended = true
			case <-time.After(time.Millisecond):
			}
		}
		b.writer = nil
	}
}
