package forkserver_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestPreloadInServer(t *testing.T) {
	const id, event = "forkserver-preload-in-server", "preloaded-module-imported"
	const another = "the parent of reporting 1, which is the server, must import the module"
	in := mutation.In("fork-server", conformance.Forkserver)
	imports := func(role string) func(r *mutation.Recording) {
		return func(r *mutation.Recording) {
			pid := r.PID(role)
			r.Each(event, "", func(e *stage.Event) { e.PID = pid })
		}
	}
	mutation.CheckFails(t, "the child imports the module", in, imports("reporting 1"), id, another)
	mutation.CheckFails(t, "the main process imports the module", in, imports(conformance.Main), id, another)
	mutation.CheckFails(t, "no process imports the module", in, func(r *mutation.Recording) { r.RemoveEvents(event, "") }, id, "one process must import the module; 0 did")
	mutation.CheckFails(t, "a second process imports the module too", in, func(r *mutation.Recording) { r.Duplicate(event, "") }, id, "one process must import the module; 2 did")
	mutation.CheckFails(t, "the child does not have the module", in, func(r *mutation.Recording) {
		r.SetReturned("reporting 2", "preloaded", false)
	}, id, `the attempt "preloaded" of reporting 2 must return true`)
}
