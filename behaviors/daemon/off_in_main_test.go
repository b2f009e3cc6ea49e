package daemon_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestOffInMain(t *testing.T) {
	mutation.Check(t, returns("the main process is daemonic", conformance.Main, "own daemon flag", true, "daemon-off-in-main"))
}
