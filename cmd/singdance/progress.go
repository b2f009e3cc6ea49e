package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/jedib0t/go-pretty/v6/text"
	"golang.org/x/term"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/internal/plain"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

// isTerminal reports whether a file is a terminal that understands control sequences.
func isTerminal(file *os.File) bool {
	return term.IsTerminal(int(file.Fd())) && os.Getenv("TERM") != "dumb"
}

// terminalWidth returns the number of columns of a terminal, or standard if the file is none or does not say.
func terminalWidth(file *os.File, standard int) int {
	if columns, _, err := term.GetSize(int(file.Fd())); err == nil && columns > 0 {
		return columns
	}
	return standard
}

// redraw is how much time passes at least between two drawings of a live line.
const redraw = 100 * time.Millisecond

// liveLine is a line on a terminal that is drawn again and again. It does nothing if there is no terminal.
type liveLine struct {
	out   io.Writer
	width func() int // the width can change while the line is drawn
	drawn time.Time
}

// newLiveLine returns a live line on standard error.
func newLiveLine() *liveLine {
	if !isTerminal(os.Stderr) {
		return &liveLine{}
	}
	return &liveLine{out: os.Stderr, width: func() int { return terminalWidth(os.Stderr, 80) }}
}

// draw replaces the line. It cuts the text, because a line that wraps cannot be replaced.
func (l *liveLine) draw(line string) {
	if l.out == nil || time.Since(l.drawn) < redraw {
		return
	}
	l.drawn = time.Now()
	fmt.Fprint(l.out, "\r\x1b[K"+text.Trim(plain.Line(line), max(1, l.width()-1)))
}

// clear removes the line.
func (l *liveLine) clear() {
	if l.out != nil {
		fmt.Fprint(l.out, "\r\x1b[K")
	}
	l.drawn = time.Time{}
}

// runProgress shows how far a run is: a live line on a terminal, and elsewhere one line for each implementation that is
// finished.
type runProgress struct {
	line        *liveLine
	total, done int
	unexpected  int
	left        map[string]int // by implementation: how many programs have not run
	judged      map[string]*progressCount
}

// progressCount is what the line of a finished implementation says.
type progressCount struct {
	judged, unexpected int
	began              time.Time
}

func newRunProgress(tasks []stage.Task) *runProgress {
	p := &runProgress{line: newLiveLine(), total: len(tasks), left: map[string]int{}, judged: map[string]*progressCount{}}
	for _, task := range tasks {
		p.left[task.Implementation.ID]++
		p.judged[task.Implementation.ID] = &progressCount{}
	}
	p.line.draw("running")
	return p
}

// add counts a recording and the results that were judged on it.
func (p *runProgress) add(r *stage.Recording, results []conformance.Result) {
	id := r.Implementation.ID
	count := p.judged[id]
	p.done++
	p.left[id]--
	if count.began.IsZero() || r.Started.Before(count.began) {
		count.began = r.Started
	}
	for _, one := range results {
		if report.CountsAsJudged(one) {
			count.judged++
		}
		if one.Verdict.Unexpected() {
			count.unexpected++
			p.unexpected++
		}
	}
	if p.left[id] == 0 && p.line.out == nil && r.Outcome != stage.Stopped {
		fmt.Fprintf(os.Stderr, "%s: %d judged, %d unexpected, %.0f s\n", id, count.judged, count.unexpected, time.Since(count.began).Seconds())
	}
	p.line.draw(fmt.Sprintf("%d of %d programs, %d unexpected: %s %s %s", p.done, p.total, p.unexpected, id, r.Method, r.Program))
}

func (p *runProgress) stop() { p.line.clear() }
