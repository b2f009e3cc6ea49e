package stage

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
)

// cueName matches valid names of cues. A name is used as a file name.
var cueName = regexp.MustCompile(`^[a-z][a-z0-9-]{0,39}$`)

// maxCues is the number of cues that a program may ask for. The process table is recorded at each cue.
const maxCues = 100

// cue is a point where processes wait. The first event "ask" describes it.
type cue struct {
	name  string
	of    int    // the number of processes that must ask for it
	after string // the event that the main process must have reported; may be empty
}

// dueCues returns the cues that can be given now, in the order of the first event that asks for each.
func dueCues(events []Event, given map[string]bool) ([]cue, error) {
	var waiting []cue
	asked := map[string][]int{} // name of the cue → IDs of the processes
	for _, event := range events {
		if event.Event != "ask" {
			continue
		}
		name, after := dataString(event, "cue"), dataString(event, "after")
		of, _ := event.Data["of"].(float64)
		if !cueName.MatchString(name) || of < 1 {
			return nil, fmt.Errorf("process %d asked for a cue with an invalid name or number: %v", event.PID, event.Data)
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
		return len(asked[c.name]) < c.of || !c.afterReported(events)
	}), nil
}

// afterReported reports whether the main process has reported the event that must come before the cue.
func (c cue) afterReported(events []Event) bool {
	return c.after == "" || slices.ContainsFunc(events, func(e Event) bool {
		return e.Event == c.after && e.Role == "main"
	})
}

// giveCue creates the file of the cue. Processes wait for this file. It never opens a file that the program has put
// there: a named pipe, for example, would block.
func (f *runFolder) giveCue(name string) error {
	file, err := os.OpenFile(filepath.Join(f.cues(), name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return file.Close()
}

// dataString returns a field of an event's data, or "" if it is not a string.
func dataString(e Event, field string) string {
	value, _ := e.Data[field].(string)
	return value
}
