package daemon_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

func TestTerminatedAtExit(t *testing.T) {
	const id = "daemon-terminated-at-exit"
	mutation.Check(t,
		mutation.Mutant{
			Name: "the target of the daemon reaches its end", In: in(),
			Change: func(r *mutation.Recording) {
				e := r.First("enter", "daemon")
				e.Event = "leave"
				r.Insert(r.Index("exit", conformance.Main), e)
			},
			Fails: map[string]string{id: "the target of the daemon must not reach its end"},
		},
		mutation.Mutant{
			Name: "the daemon is alive after the main process has ended", In: in(),
			Change: func(r *mutation.Recording) {
				r.AddRow(stage.PointExit, platform.Process{PID: r.PID("daemon"), PPID: 1, Name: "python3"})
			},
			Fails: map[string]string{id: "the daemon must not be alive after the main process has ended"},
		},
		mutation.Mutant{
			Name: "the daemon is terminated before the last statement of the main process", In: in(),
			Change: func(r *mutation.Recording) { r.MoveBefore("end-noticed", "child", "last", conformance.Main) },
			Fails:  map[string]string{id: `"last" of main must come before "end-noticed" of child`},
		},
	)
}
