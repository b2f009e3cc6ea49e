package daemon_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestExitcodeAtExit(t *testing.T) {
	const id = "daemon-exitcode-at-exit"
	mutation.Check(t,
		mutation.Mutant{
			Name: "the daemon has exit code 0", In: in(),
			Change: func(r *mutation.Recording) { r.SetExitCode("daemon", 0.0) },
			Fails:  map[string]string{id: "the exit code of the daemon must be -15; it is 0"},
		},
		mutation.Mutant{
			Name: "the daemon has no exit code", In: in(),
			Change: func(r *mutation.Recording) { r.SetExitCode("daemon", nil) },
			Fails:  map[string]string{id: "main must know the exit code of daemon"},
		},
	)
}
