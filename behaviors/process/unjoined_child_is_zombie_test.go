package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
)

func TestUnjoinedChildIsZombie(t *testing.T) {
	const id = "process-unjoined-child-is-zombie"
	mutation.CheckChanges(t, "there is no zombie", in(conformance.Spawn, conformance.Fork), func(r *mutation.Recording) { r.RemoveProcess(r.PID("named")) }, id)
	mutation.CheckChanges(t, "a child that has ended is alive", in(conformance.Spawn, conformance.Fork),
		func(r *mutation.Recording) { r.Row("unjoined", r.PID("named")).State = platform.Alive }, id)
	mutation.CheckChanges(t, "a server leaves a zombie", in(conformance.Forkserver),
		func(r *mutation.Recording) { r.AddRow("unjoined", platform.Process{PID: r.PID("named")}) }, id)
}
