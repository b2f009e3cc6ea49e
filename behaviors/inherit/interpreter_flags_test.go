package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

// setOptimize changes the flag optimize that roles report.
func setOptimize(value float64, roles ...string) change {
	return func(r *mutation.Recording) {
		for _, role := range roles {
			r.Each("flags", role, func(e *stage.Event) { e.Data["numbers"].(map[string]any)["optimize"] = value })
		}
	}
}

func TestInterpreterFlags(t *testing.T) {
	const id = "inherit-interpreter-flags"
	mutation.CheckFails(t, "a child does not optimize", all(), setOptimize(0, "flagged child"), id, "the flags of the child must be")
	mutation.CheckFails(t, "the main process was started without flags", all(), setOptimize(0, "flagged", "flagged child"), id, "the flag optimize of the main process")
}

func TestInterpreterFlagsOfIsolation(t *testing.T) {
	const id = "inherit-interpreter-flags-of-isolation"
	unset := func(role, flag string) change {
		return func(r *mutation.Recording) {
			r.Each("flags", role, func(e *stage.Event) { e.Data["numbers"].(map[string]any)[flag] = 0.0 })
		}
	}
	for _, one := range [][2]string{
		{"isolated", "isolated"},
		{"isolated", "safe_path"},
		{"without-environment", "ignore_environment"},
		{"without-environment", "safe_path"},
		{"safe-path", "safe_path"},
	} {
		role, flag := one[0], one[1]
		mutation.CheckFails(t, "the child of "+role+" has lost "+flag, all(), unset(role+" child", flag), id, "the flag "+flag+" of the child of "+role+" must be 1")
		mutation.CheckFails(t, "the main process "+role+" has not "+flag, all(), unset(role, flag), id, "the flag "+flag+" of the main process "+role+" must be 1")
	}
}
