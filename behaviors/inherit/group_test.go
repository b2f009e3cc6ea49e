package inherit_test

import (
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestMain(m *testing.M) { mutation.Main(m, "inherit") }

const (
	first = "first"
	later = "later"
)

// change is a change of a recording.
type change = func(r *mutation.Recording)

// in returns the good recordings of the program of this group.
func in(methods ...string) mutation.Scenes { return mutation.In("inherited-state", methods...) }

func all() mutation.Scenes       { return in() }
func spawned() mutation.Scenes   { return in(conformance.Spawn) }
func forked() mutation.Scenes    { return in(conformance.Fork) }
func served() mutation.Scenes    { return in(conformance.Forkserver) }
func importing() mutation.Scenes { return in(conformance.ImportingMain()...) }

// set returns a change of a field of the state that a role reports; of every role if it is empty.
func set(role, field string, value any) change {
	return func(r *mutation.Recording) { r.SetData("state", role, field, value) }
}

// setSignal returns a change of what a role does with a signal.
func setSignal(role, name, action string) change {
	return func(r *mutation.Recording) {
		r.Each("state", role, func(e *stage.Event) { e.Data["signals"].(map[string]any)[name] = action })
	}
}
