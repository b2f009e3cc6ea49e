package startmethods

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"
)

// A childInfo identifies a child. It is the first value that a child reads from its parent.
type childInfo struct {
	Name       string
	Identity   []int
	Daemon     bool
	Method     string
	ParentPID  int
	ParentName string
}

// A task is what a child runs. It is the second value that a child reads from its parent, at the main guard.
type task struct {
	Target string
	Args   []any
	Kwargs map[string]any
}

// Register the types that arguments can have in addition to those that encoding/gob registers itself.
func init() {
	for _, value := range []any{
		[]any(nil), map[string]any(nil), [][]byte(nil), [][]string(nil), [][]int(nil), [][]float64(nil),
		map[string]string(nil), map[string]int(nil), map[string]bool(nil), map[string]float64(nil),
		map[string][]string(nil),
		time.Time{},
		time.Duration(0),
	} {
		gob.Register(value)
	}
}

// encode returns the bytes that a child reads from its parent. The error is an ArgumentError.
func encode(info childInfo, work task) ([]byte, error) {
	var payload bytes.Buffer
	encoder := gob.NewEncoder(&payload)
	if err := encoder.Encode(info); err != nil {
		return nil, err
	}
	if err := encodeTask(encoder, info, work); err != nil {
		return nil, err
	}
	return payload.Bytes(), nil
}

func encodeTask(encoder *gob.Encoder, info childInfo, work task) error {
	// gob would silently leave out parts of some arguments, and would never finish encoding others.
	argument, err := firstArgument(work, checkEncodable)
	if err == nil {
		reason := encoder.Encode(work)
		if reason == nil {
			return nil
		}
		argument, reason = findFailing(work, reason)
		err = fmt.Errorf("cannot be encoded (is its type registered with gob.Register?): %w", reason)
	}
	return &ArgumentError{Process: info.Name, Target: work.Target, Argument: argument, Err: err}
}

// findFailing returns the argument that made the encoding of all arguments fail, and its error.
func findFailing(work task, all error) (argument string, err error) {
	argument, err = firstArgument(work, func(value any) error {
		return gob.NewEncoder(io.Discard).Encode([]any{value})
	})
	if err == nil {
		return "an argument", all
	}
	return argument, err
}

// firstArgument returns the first argument that fails a check, and the check's error.
func firstArgument(work task, check func(any) error) (argument string, err error) {
	for i, value := range work.Args {
		if err := check(value); err != nil {
			return positional(i), err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(work.Kwargs)) {
		if err := check(work.Kwargs[name]); err != nil {
			return named(name), err
		}
	}
	return "", nil
}
