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

// An introduction tells a child who it is. It is the first value of what is handed over.
type introduction struct {
	Name       string
	Identity   []int
	Daemon     bool
	Method     string
	ParentPID  int
	ParentName string
}

// A task tells a child what to do. It is the second value of what is handed over, and read at the main guard.
type task struct {
	Target string
	Args   []any
	Kwargs map[string]any
}

// The types that arguments may have without further ado, beyond those that encoding/gob knows by itself.
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

// encode makes the bytes that are handed over to a child. The error is an ArgumentError.
func encode(who introduction, what task) ([]byte, error) {
	var payload bytes.Buffer
	encoder := gob.NewEncoder(&payload)
	if err := encoder.Encode(who); err != nil {
		return nil, err
	}
	if err := encodeTask(encoder, who, what); err != nil {
		return nil, err
	}
	return payload.Bytes(), nil
}

func encodeTask(encoder *gob.Encoder, who introduction, what task) error {
	argument, err := unencodable(what)
	if err == nil {
		reason := encoder.Encode(what)
		if reason == nil {
			return nil
		}
		argument, reason = culprit(what, reason)
		err = fmt.Errorf("cannot be encoded (is its type registered with gob.Register?): %w", reason)
	}
	return &ArgumentError{Process: who.Name, Target: what.Target, Argument: argument, Err: err}
}

// unencodable finds an argument that gob would send without a part of it, or would never come to an end with.
func unencodable(what task) (argument string, err error) {
	return firstArgument(what, checkEncodable)
}

// culprit finds the argument that made the encoding of all fail.
func culprit(what task, all error) (argument string, err error) {
	argument, err = firstArgument(what, func(value any) error {
		return gob.NewEncoder(io.Discard).Encode([]any{value})
	})
	if err == nil {
		return "an argument", all
	}
	return argument, err
}

// firstArgument answers the first argument for which a check fails, and why.
func firstArgument(what task, check func(any) error) (argument string, err error) {
	for i, value := range what.Args {
		if err := check(value); err != nil {
			return positional(i), err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(what.Kwargs)) {
		if err := check(what.Kwargs[name]); err != nil {
			return named(name), err
		}
	}
	return "", nil
}
