package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestStartTwiceWithoutAssertions(t *testing.T) {
	const again, pid = "process-start-twice-without-assertions", "process-start-twice-without-assertions-keeps-pid"
	const misuse = "process-start-twice-without-assertions-misuse"
	all, spawned := mutation.In("without-assertions"), mutation.In("without-assertions", conformance.Spawn)
	mutation.Check(t, mutation.AcceptedBy("optimized", again, "start again", all))
	mutation.CheckFails(t, "there is a second process", spawned,
		func(r *mutation.Recording) { r.SetReturned("optimized", "pid kept", false) }, pid, `the attempt "pid kept" of optimized must return true`)
	mutation.CheckChanges(t, "a daemonic process cannot start a child", all,
		func(r *mutation.Recording) { r.Refuse("daemon", "start child") }, misuse)
}
