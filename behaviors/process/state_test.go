package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestStateBeforeStart(t *testing.T) {
	const id = "process-state-before-start"
	mutation.Check(t,
		reported(id, "unstarted", "pid", 7.0),
		reported(id, "unstarted", "exitcode", 0.0),
		reported(id, "unstarted", "alive", true),
	)
}

func TestStateWhileRunning(t *testing.T) {
	const id = "process-state-while-running"
	mutation.Check(t,
		reported(id, "running", "pid", float64(mutation.UnknownPID)),
		reported(id, "running", "ident_pid", float64(mutation.UnknownPID)),
		reported(id, "running", "exitcode", 0.0),
		reported(id, "running", "alive", false),
		mutation.Mutant{
			Name: "the process table does not have the running child", In: in(),
			Change: func(r *mutation.Recording) { r.RemoveProcess(r.PID(observed)) },
			Fails:  map[string]string{id: "the process table must have the running child"},
		},
	)
}

func TestStateAfterJoin(t *testing.T) {
	const id = "process-state-after-join"
	mutation.Check(t,
		reported(id, "joined", "pid", nil),
		reported(id, "joined", "exitcode", nil),
		reported(id, "joined", "alive", true),
	)
}

func TestStateAfterCloseRaises(t *testing.T) {
	const id = "process-state-after-close-raises"
	mutation.Check(t,
		mutation.Accepted(id, "state closed", in()),
		mutation.Accepted(id, "is_alive closed", in()),
		otherError(id, "state closed"),
		otherError(id, "is_alive closed"),
	)
}
