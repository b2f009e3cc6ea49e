package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestSentinelNotReadyWhileRunning(t *testing.T) {
	mutation.Check(t, mutation.WrongReturn("process-sentinel-not-ready-while-running", "sentinel running", true, in(), "")...)
}

func TestSentinelReadyAtEnd(t *testing.T) {
	mutation.Check(t, mutation.WrongReturn("process-sentinel-ready-at-end", "sentinel ended", false, in(), "")...)
}
