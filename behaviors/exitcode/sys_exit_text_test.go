package exitcode_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestSysExitText(t *testing.T) {
	mutation.Check(t, wrongCode("exitcode-sys-exit-text", "exit-text", 0)...)
	mutation.Check(t, onStderr("the text is not on standard error", "the last song", "", "exitcode-sys-exit-text-on-stderr", "the text on standard error must be"))
}
