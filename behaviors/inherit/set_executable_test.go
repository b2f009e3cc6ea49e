package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestSetExecutableSpawn(t *testing.T) {
	mutation.CheckFails(t, "a child runs the executable that was set before", spawned(), set(later, "executable", 1.0), "inherit-set-executable-spawn", "the number of the executable of the later child must be 2; it is 1")
}

// runs returns a change of the executable that runs the fourth child.
func runs(executable string) change {
	return func(r *mutation.Recording) { r.SetReturned("fourth", "executable", executable) }
}

func TestSetExecutableForkserver(t *testing.T) {
	const id, reason = "inherit-set-executable-forkserver", `the attempt "executable" of fourth must return "another"`
	mutation.CheckFails(t, "the new executable is not used", mutation.In("helper-processes", conformance.Forkserver), runs("the same"), id, reason)
}

func TestSetExecutableLater(t *testing.T) {
	const id, reason = "inherit-set-executable-later", `the attempt "executable" of fourth must return "another"`
	mutation.CheckFails(t, "the new executable is not used", mutation.In("helper-processes", conformance.Spawn), runs("the same"), id, reason)
}

func TestSetExecutableUnusedUnderFork(t *testing.T) {
	const id, reason = "inherit-set-executable-unused-under-fork", `the attempt "executable" of fourth must return "the same"`
	mutation.CheckFails(t, "the new executable is used under fork", mutation.In("helper-processes", conformance.Fork), runs("another"), id, reason)
}
