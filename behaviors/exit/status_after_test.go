package exit_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/parentexit/parentexittest"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestStatusAfter(t *testing.T) {
	windows := parentStatus("a terminated parent ends on Windows as on POSIX", parentexit.Terminate, -15, "exit-status-after-terminate-process")
	windows.In = parentexittest.In(conformance.Spawn).On(mutation.Windows)
	mutation.Check(t, windows,
		parentStatus("a parent with an uncaught exception ends with exit status 0", parentexit.Exception, 0, "exit-status-after-exception"),
		parentStatus("a parent that calls os._exit() ends with exit status 0", parentexit.OSExit, 0, "exit-status-after-os-exit"),
		parentStatus("a terminated parent ends with exit status 143", parentexit.Terminate, 143, "exit-status-after-signal"),
		parentStatus("a killed parent ends with exit status 0", parentexit.Kill, 0, "exit-status-after-signal"),
	)
}
