package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestUnflushedFileOnce(t *testing.T) {
	mutation.CheckFails(t, "the buffer of a file is written twice", all(), func(r *mutation.Recording) {
		r.SetReturned(conformance.Main, "buffer later", "written before the start\nwritten before the start\n")
	}, "inherit-unflushed-file-once", `the attempt "buffer later" of main must return`)
}
