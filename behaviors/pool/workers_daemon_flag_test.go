package pool_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestWorkersDaemonFlag(t *testing.T) {
	mutation.CheckChanges(t, "the worker is not daemonic", in(),
		func(r *mutation.Recording) { set(r, "given context", "daemon", false) }, "pool-workers-daemon-flag")
}
