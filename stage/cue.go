package stage

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
)

// cueName is what a cue may be called; it becomes a file's name.
var cueName = regexp.MustCompile(`^[a-z][a-z0-9-]{0,39}$`)

// maxCues is how many a program may ask for; the process table is recorded at each.
const maxCues = 100

// cue is one point at which processes wait, as their requests describe it.
type cue struct {
	name  string
	of    int    // how many processes must have asked
	after string // an event that main must have told; none if empty
}

// due lists the cues that can be given now, in the order in which they were first asked for.
func due(events []Event, given map[string]bool) ([]cue, error) {
	var waiting []cue
	asked := map[string][]int{}
	for _, event := range events {
		if event.Event != "ask" {
			continue
		}
		name, after := text(event, "cue"), text(event, "after")
		of, _ := event.Data["of"].(float64)
		if !cueName.MatchString(name) || of < 1 {
			return nil, fmt.Errorf("process %d asked for a cue without a name or a number: %v", event.PID, event.Data)
		}
		if given[name] {
			continue
		}
		if len(asked[name]) == 0 {
			waiting = append(waiting, cue{name, int(of), after})
		}
		if !slices.Contains(asked[name], event.PID) {
			asked[name] = append(asked[name], event.PID)
		}
	}
	return slices.DeleteFunc(waiting, func(c cue) bool {
		return len(asked[c.name]) < c.of || !c.afterTold(events)
	}), nil
}

func (c cue) afterTold(events []Event) bool {
	return c.after == "" || slices.ContainsFunc(events, func(e Event) bool {
		return e.Event == c.after && e.Role == "main"
	})
}

// give lets the processes go on that wait for the cue. What a program has put there is not opened: it may be a pipe that
// nobody reads.
func (r *run) give(name string) error {
	file, err := os.OpenFile(filepath.Join(r.cues(), name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return file.Close()
}

// text reads a text of an event's data.
func text(e Event, field string) string {
	value, _ := e.Data[field].(string)
	return value
}
