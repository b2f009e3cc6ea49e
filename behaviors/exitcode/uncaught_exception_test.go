package exitcode_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestUncaughtException(t *testing.T) {
	const id, reason = "exitcode-uncaught-exception-on-stderr", "standard error must include"
	mutation.Check(t, wrongCode("exitcode-uncaught-exception", "failed", 255)...)
	mutation.Check(t,
		onStderr("the exception has the name of another process", "Process failed", "Process Process-9", id, reason),
		onStderr("the exception is not printed", "no more songs", "", id, reason),
	)
}
