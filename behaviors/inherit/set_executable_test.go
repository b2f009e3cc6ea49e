package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestSetExecutableSpawn(t *testing.T) {
	mutation.CheckFails(t, "a child runs the executable that was set before", spawned(), set(later, "executable", 1.0), "inherit-set-executable-spawn", "the number of the executable of the later child must be 2; it is 1")
}

func TestSetExecutableByMethod(t *testing.T) {
	const id = "inherit-set-executable-by-method"
	runs := func(executable string) change {
		return func(r *mutation.Recording) { r.SetReturned("fourth", "executable", executable) }
	}
	mutation.CheckFails(t, "the new executable is not used", mutation.In("helper-processes", conformance.ImportingMain()...), runs("the same"), id, `the attempt "executable" of fourth must return "another"`)
	mutation.CheckFails(t, "the new executable is used under fork", mutation.In("helper-processes", conformance.Fork), runs("another"), id, `the attempt "executable" of fourth must return "the same"`)
}
