package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestImportTimeValues(t *testing.T) {
	const id, again = "inherit-import-time-values", "inherit-import-time-values-created-again"
	mutation.CheckFails(t, "a forked child creates the value again", forked(), set(first, "stamp", "0"), id, "the first child must have the value of the main process")
	mutation.CheckFails(t, "a child has the value of the main process", importing(), func(r *mutation.Recording) {
		r.SetData("state", first, "stamp", r.First("state", conformance.Main).Data["stamp"])
	}, again, "the first child must have another value than the main process")
	mutation.CheckFails(t, "a forked child has no value", forked(), func(r *mutation.Recording) { r.DeleteData("state", later, "stamp") }, id, "the later child must have the value of the main process")
	mutation.CheckFails(t, "a child has no value", importing(), func(r *mutation.Recording) { r.DeleteData("state", later, "stamp") }, again, "the later child must have the value; it has none")
}

func TestImportTimeValuesShared(t *testing.T) {
	mutation.CheckChanges(t, "two children share the value", importing(), func(r *mutation.Recording) {
		r.SetData("state", first, "stamp", "0")
		r.SetData("state", later, "stamp", "0")
	}, "inherit-import-time-values-shared")
}
