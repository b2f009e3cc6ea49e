package exit_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/parentexit/parentexittest"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestGroupInterruptReachesChild(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "an interrupt of the process group does not reach the child", In: parentexittest.In(),
		Change: func(r *mutation.Recording) {
			parentexittest.RemoveEvent(r, "interrupted", parentexittest.Entered(r, "child", parentexit.InterruptGroup).PID)
		},
		Fails: map[string]string{"exit-group-interrupt-reaches-child": "the child must be interrupted"},
	})
}

func TestGroupInterruptTerminatesDaemon(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "the daemon of a parent that is interrupted with its group reaches its end", In: parentexittest.In(),
		Change: func(r *mutation.Recording) {
			e := parentexittest.Entered(r, "daemon", parentexit.InterruptGroup)
			e.Event = "leave"
			r.Insert(r.Index("last", conformance.Main), e)
		},
		Fails: map[string]string{"exit-group-interrupt-terminates-daemon": "interrupt-group: the target of the daemon must not reach its end"},
	})
}

func TestGroupInterruptStatus(t *testing.T) {
	mutation.Check(t, parentStatus("a parent that is interrupted with its group ends with exit status 1", parentexit.InterruptGroup, 1, "exit-group-interrupt-status"))
}

func TestGroupInterruptSparesServer(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "an interrupt of the process group ends the server", In: parentexittest.In(conformance.Forkserver),
		Change: func(r *mutation.Recording) {
			r.RemoveProcess(parentexittest.Entered(r, "child", parentexit.InterruptGroup).PPID)
		},
		Fails:   map[string]string{"exit-group-interrupt-spares-server": "the server must be alive after the interrupt"},
		Changes: []string{"orphan-helper-count"},
	})
}
