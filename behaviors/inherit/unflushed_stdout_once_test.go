package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestUnflushedStdoutOnce(t *testing.T) {
	const id = "inherit-unflushed-stdout-once"
	mutation.CheckFails(t, "a child prints unflushed output of the main process again", all(), func(r *mutation.Recording) { r.Stdout += "said before the first start\n" }, id, "it is printed 2 times")
	mutation.CheckFails(t, "unflushed output of the main process is lost", all(), func(r *mutation.Recording) { r.Stdout = "" }, id, "it is printed 0 times")
}
