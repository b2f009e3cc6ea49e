package report

import (
	"fmt"
	"math"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/platform"
)

// Limits and measures of the drawing of a recording, in pixels.
const (
	mostLanes = 40  // processes
	mostName  = 24  // characters
	mostMarks = 300 // events and process tables: the first ones

	laneHeight  = 44
	tableRows   = 3 // rows of names above the lanes, so that the names of adjacent tables do not overlap
	tableHeight = 15
	margin      = 16
	nameWidth   = 170 // room to the right of the last event, for the name of a process that starts there
	tickWidth   = 60
)

// chart is a drawing of the events: one horizontal lane for each process, time from left to right.
type chart struct {
	Width, Height, Bottom int
	Tables                []chartTable
	Lanes                 []lane
	Starts                []start
	Squares               []square
	Marks                 []mark
	Ticks                 []tick
}

type (
	chartTable struct {
		X, Y  int
		Right bool // the name ends at X
		Title string
	}
	lane struct {
		X1, X2, Y, Above int
		Title            string
	}
	start  struct{ X, Y1, Y2 int }
	square struct {
		X, Y  int
		Class string
	}
	mark struct {
		X, Y, Below, Number int
		Class, Title        string
	}
	tick struct {
		X, Y  int
		Title string
	}
)

// chartOf draws the first events and process tables. It returns nil if there are none.
func chartOf(processes []conformance.Process, moments []moment) *chart {
	if len(moments) == 0 || len(processes) == 0 {
		return nil
	}
	moments = moments[:min(len(moments), mostMarks)]
	processes = processes[:min(len(processes), mostLanes)]
	c := &chart{Lanes: make([]lane, len(processes))}
	top := margin + tableRows*tableHeight
	rows := map[int]int{} // by process ID
	for n, p := range processes {
		y := top + n*laneHeight + laneHeight/2
		c.Lanes[n] = lane{X1: -1, Y: y, Above: y - 10, Title: cut(p.Label(), mostName)}
		rows[p.PID] = n
	}
	c.Bottom = top + len(processes)*laneHeight
	c.Height = c.Bottom + tableHeight + margin/2

	xs := positions(moments)
	lastTick := -tickWidth
	for n, m := range moments {
		x := xs[n]
		if m.Table != nil {
			c.addTable(m, x, rows)
			continue
		}
		if row, found := rows[m.Moment.Event.PID]; found {
			c.see(row, x)
			y := c.Lanes[row].Y
			class := "event"
			if m.Moment.Event.Event == askEvent {
				class = askEvent
			}
			c.Marks = append(c.Marks, mark{
				X: x, Y: y, Below: y + 16, Number: m.Number, Class: class, Title: fmt.Sprintf("%s ms, %s: %s", m.Time, m.Process, m.Event),
			})
		}
		if child, is := m.Moment.Event.Data["child_pid"].(float64); is {
			if row, found := rows[int(child)]; found {
				c.see(row, x)
			}
		}
		if x-lastTick >= tickWidth {
			lastTick = x
			c.Ticks = append(c.Ticks, tick{x, c.Bottom + tableHeight, m.Time + " ms"})
		}
	}
	c.Width = xs[len(xs)-1] + nameWidth
	c.addStarts(processes, rows)
	return c
}

// askEvent is the event with which a process asks for a cue.
const askEvent = "ask"

// positions returns the place of each moment on the time axis. A gap is wider if it was longer, but a long one does not take all
// the space. A process table stands between the events around it.
func positions(moments []moment) []int {
	var xs []int
	x, last := margin, math.NaN()
	for _, m := range moments {
		width := 16.0
		if m.Table == nil {
			if gap := m.Milliseconds - last; gap > 0 && !math.IsInf(gap, 1) {
				width += min(80, 6*math.Log2(1+gap))
			}
			last = m.Milliseconds
		}
		x += int(width)
		xs = append(xs, x)
	}
	return xs
}

// see extends a lane to a position.
func (c *chart) see(row, x int) {
	l := &c.Lanes[row]
	if l.X1 < 0 {
		l.X1, l.X2 = x, x
	}
	l.X1, l.X2 = min(l.X1, x), max(l.X2, x)
}

func (c *chart) addTable(m moment, x int, rows map[int]int) {
	c.Tables = append(c.Tables, chartTable{
		X: x, Y: margin + len(c.Tables)%tableRows*tableHeight, Right: x > 3*nameWidth, Title: m.Table.Point,
	})
	for _, p := range m.Table.Processes {
		row, found := rows[p.PID]
		if !found {
			continue
		}
		c.see(row, x)
		class := "alive"
		if p.State != platform.Alive {
			class = "zombie"
		}
		c.Squares = append(c.Squares, square{x - 3, c.Lanes[row].Y - 3, class})
	}
}

// addStarts connects each process with its parent, and removes the lanes in which nothing was seen.
func (c *chart) addStarts(processes []conformance.Process, rows map[int]int) {
	var seen []lane
	for n, p := range processes {
		l := c.Lanes[n]
		if l.X1 < 0 {
			continue
		}
		seen = append(seen, l)
		if parent, found := rows[p.Parent]; found && p.Parent != p.PID {
			c.Starts = append(c.Starts, start{l.X1, c.Lanes[parent].Y, l.Y})
		}
	}
	c.Lanes = seen
}
