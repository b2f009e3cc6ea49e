// Package parentexittest changes recordings of the program parent-exits in tests.
package parentexittest

import (
	"slices"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

// In returns the good recordings of the program.
func In(methods ...string) mutation.Scenes { return mutation.In(parentexit.Program, methods...) }

// Entered returns the event "enter" of a role that belongs to an ending.
func Entered(r *mutation.Recording, role, ending string) stage.Event {
	return r.Events[index(r, func(e stage.Event) bool {
		return e.Event == "enter" && e.Role == role && e.Data["ending"] == ending
	})]
}

// EndedIndex returns the index of the event with which the main process reports the end of a parent.
func EndedIndex(r *mutation.Recording, ending string) int {
	return index(r, func(e stage.Event) bool {
		return e.Event == "ended" && e.Role == conformance.Main && e.Data["ending"] == ending
	})
}

// IndexOf returns the index of the first event with a name that a process reported.
func IndexOf(r *mutation.Recording, event string, pid int) int {
	return index(r, func(e stage.Event) bool { return e.Event == event && e.PID == pid })
}

func index(r *mutation.Recording, condition func(e stage.Event) bool) int {
	n := slices.IndexFunc(r.Events, condition)
	if n < 0 {
		panic("the recording has no such event")
	}
	return n
}

// RemoveEvent removes the events with a name that a process reported.
func RemoveEvent(r *mutation.Recording, event string, pid int) {
	r.Remove(func(e stage.Event) bool { return e.Event == event && e.PID == pid })
}
